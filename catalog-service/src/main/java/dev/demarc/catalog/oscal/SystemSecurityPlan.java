package dev.demarc.catalog.oscal;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.RequirementRow;
import dev.demarc.catalog.model.PublishedVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The responsibility export: the plan of a provider's leveraged system, whose components say by requirement what the
 * customer's system inherits ({@code provided}) and what is left to it ({@code responsibilities}).
 */
public record SystemSecurityPlan(Content systemSecurityPlan) {

    record Content(String uuid, Oscal.Metadata metadata, ImportProfile importProfile,
            Characteristics systemCharacteristics, Implementation systemImplementation,
            ControlImplementation controlImplementation, Oscal.BackMatter backMatter) {}

    record ImportProfile(String href, String remarks) {}

    record Characteristics(List<SystemId> systemIds, String systemName, String description,
            Information systemInformation, State status, Boundary authorizationBoundary) {}

    record SystemId(String id) {}

    record Information(List<InformationType> informationTypes) {}

    record InformationType(String uuid, String title, String description) {}

    record State(String state) {}

    record Boundary(String description) {}

    record Implementation(List<User> users, List<Component> components) {}

    record User(String uuid, String title, List<String> roleIds) {}

    record Component(String uuid, String type, String title, String description, List<Oscal.Property> props,
            State status) {}

    record ControlImplementation(String description, List<ImplementedRequirement> implementedRequirements) {}

    record ImplementedRequirement(String uuid, String controlId, List<Oscal.Property> props,
            List<ByComponent> byComponents) {}

    record ByComponent(String componentUuid, String uuid, String description, List<Oscal.Property> props,
            @Nullable State implementationStatus, @Nullable Export export) {}

    record Export(List<Provided> provided, List<Responsibility> responsibilities) {}

    record Provided(String uuid, String description, List<Oscal.Property> props,
            List<Oscal.ResponsibleRole> responsibleRoles) {}

    record Responsibility(String uuid, @Nullable String providedUuid, String description, List<Oscal.Property> props,
            List<Oscal.ResponsibleRole> responsibleRoles) {}

    /** Of one provider's services by one framework; the same source gives the same document. */
    public static SystemSecurityPlan of(String provider, FrameworkRows framework, List<PublishedVersion> versions) {
        Source source = new Source(versions, List.of(framework));
        return new SystemSecurityPlan(new Content(source.uuid("system-security-plan"),
                Oscal.Metadata.of("What services of " + provider + " provide, and what they leave to the customer",
                        source),
                new ImportProfile("#" + Source.resourceUuid(framework.id()),
                        "All of the framework's requirements; the customer's own profile chooses among them."),
                characteristics(provider), implementation(provider, versions),
                new ControlImplementation("By requirement of " + framework.id()
                        + ", and for each service that has a part in it.", requirements(framework)),
                source.backMatter()));
    }

    private static Characteristics characteristics(String provider) {
        return new Characteristics(List.of(new SystemId("demarc-" + provider)), "Services of " + provider,
                "The services of " + provider + " that are listed as components, as a system that a customer's "
                        + "system leverages. It states who does what, and no authorization.",
                new Information(List.of(new InformationType(NameUuid.of("information-type", provider),
                        "The customer's data",
                        "Which data it is, and how sensitive, is said in the plan of the customer's system."))),
                new State("operational"),
                new Boundary("The listed services up to the line where the customer's part begins, which the "
                        + "responsibilities describe."));
    }

    private static Implementation implementation(String provider, List<PublishedVersion> versions) {
        Component system = new Component(NameUuid.of("this-system", provider), "this-system",
                "Services of " + provider, "All listed services together.", List.of(), new State("operational"));
        Stream<Component> services = versions.stream().map(version -> new Component(
                ComponentDefinition.componentUuid(version.model().key()), "service", version.model().name(),
                version.model().description().strip(), ComponentDefinition.componentProps(version),
                new State("operational")));
        return new Implementation(
                List.of(new User(NameUuid.of("user", provider), "Customer", List.of(Oscal.CUSTOMER))),
                Stream.concat(Stream.of(system), services).toList());
    }

    private static List<ImplementedRequirement> requirements(FrameworkRows framework) {
        List<ImplementedRequirement> requirements = new ArrayList<>();
        for (RequirementRow row : framework.rows()) {
            if (!row.answers().isEmpty()) {
                requirements.add(Exports.requirement(framework.id(), row));
            }
        }
        return requirements;
    }
}
