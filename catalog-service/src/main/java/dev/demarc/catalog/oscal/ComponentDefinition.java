package dev.demarc.catalog.oscal;

import dev.demarc.catalog.export.Answer;
import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.RequirementRow;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;

/** An OSCAL component definition: a component a service model, with a control implementation a framework. */
public record ComponentDefinition(Content componentDefinition) {

    record Content(String uuid, Oscal.Metadata metadata, List<Component> components, Oscal.BackMatter backMatter) {}

    record Component(String uuid, String type, String title, String description, List<Oscal.Property> props,
            List<ControlImplementation> controlImplementations) {}

    record ControlImplementation(String uuid, String source, String description,
            List<ImplementedRequirement> implementedRequirements) {}

    record ImplementedRequirement(String uuid, String controlId, String description, List<Oscal.Property> props,
            List<Oscal.ResponsibleRole> responsibleRoles) {}

    /** The same source gives the same document. */
    public static ComponentDefinition of(Source source) {
        String title = source.versions().size() == 1
                ? "Who does what in " + source.versions().getFirst().model().name()
                : "Who does what in " + source.versions().size() + " services";
        return new ComponentDefinition(new Content(source.uuid("component-definition"),
                Oscal.Metadata.of(title, source),
                source.versions().stream().map(version -> component(version, source)).toList(),
                source.backMatter()));
    }

    /** A component keeps its UUID from version to version, as OSCAL asks. */
    static String componentUuid(String key) {
        return NameUuid.of("component", key);
    }

    static List<Oscal.Property> componentProps(PublishedVersion version) {
        ServiceModel model = version.model();
        List<Oscal.Property> props = new ArrayList<>(List.of(
                Oscal.Property.standard("version", Integer.toString(model.version())),
                Oscal.Property.own("key", model.key()),
                Oscal.Property.own("provider", model.provider()),
                Oscal.Property.own("service-class", model.serviceClass().word()),
                Oscal.Property.own("delivery-model", model.deliveryModel().word())));
        model.resourceTypes().forEach(type -> props.add(Oscal.Property.own("resource-type", type)));
        return props;
    }

    private static Component component(PublishedVersion version, Source source) {
        ServiceModel model = version.model();
        return new Component(componentUuid(model.key()), "service", model.name(), model.description().strip(),
                componentProps(version), source.frameworks().stream().map(it -> implementation(model.key(), it))
                        .filter(it -> !it.implementedRequirements().isEmpty()).toList());
    }

    private static ControlImplementation implementation(String key, FrameworkRows framework) {
        List<ImplementedRequirement> requirements = new ArrayList<>();
        for (RequirementRow row : framework.rows()) {
            List<Answer> answers = row.answers().stream()
                    .filter(answer -> answer.version().entry().key().equals(key)).toList();
            if (!answers.isEmpty()) {
                requirements.add(requirement(key, framework.id(), row.requirement().id(), answers));
            }
        }
        return new ControlImplementation(NameUuid.of("control-implementation", key, framework.id()),
                "#" + Source.resourceUuid(framework.id()),
                "What provider and customer each do about the requirements of " + framework.id() + ".", requirements);
    }

    private static ImplementedRequirement requirement(String key, String framework, String requirement,
            List<Answer> answers) {
        List<Oscal.Property> props = new ArrayList<>();
        props.add(Oscal.Property.own("requirement", requirement));
        props.addAll(Texts.props(answers));
        return new ImplementedRequirement(NameUuid.of("implemented-requirement", key, framework, requirement),
                ControlIds.token(framework, requirement), Texts.description(answers), props, Texts.roles(answers));
    }
}
