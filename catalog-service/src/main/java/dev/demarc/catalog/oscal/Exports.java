package dev.demarc.catalog.oscal;

import dev.demarc.catalog.export.Answer;
import dev.demarc.catalog.export.RequirementRow;
import dev.demarc.catalog.oscal.SystemSecurityPlan.ByComponent;
import dev.demarc.catalog.oscal.SystemSecurityPlan.Export;
import dev.demarc.catalog.oscal.SystemSecurityPlan.ImplementedRequirement;
import dev.demarc.catalog.oscal.SystemSecurityPlan.Provided;
import dev.demarc.catalog.oscal.SystemSecurityPlan.Responsibility;
import dev.demarc.catalog.oscal.SystemSecurityPlan.State;
import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one requirement's answers export to a leveraging system. */
final class Exports {

    private Exports() {}

    static ImplementedRequirement requirement(String framework, RequirementRow row) {
        Map<String, List<Answer>> byService = row.answers().stream().collect(Collectors
                .groupingBy(answer -> answer.version().entry().key(), TreeMap::new, Collectors.toList()));
        String id = row.requirement().id();
        List<Oscal.Property> props = new ArrayList<>(origins(row.answers()));
        props.add(Oscal.Property.own("requirement", id));
        return new ImplementedRequirement(NameUuid.of("exported-requirement", framework, id),
                ControlIds.token(framework, id), props, byService.entrySet().stream()
                        .map(service -> component(service.getKey(), framework, id, service.getValue())).toList());
    }

    /** OSCAL's own words for where a control comes from, seen from the provider's system. */
    private static List<Oscal.Property> origins(List<Answer> answers) {
        List<Oscal.Property> origins = new ArrayList<>();
        if (answers.stream().anyMatch(Texts::providerHasPart)) {
            origins.add(Oscal.Property.standard("control-origination", "system-specific"));
        }
        if (answers.stream().anyMatch(answer -> answer.ownership().category() == Category.SHARED)) {
            origins.add(Oscal.Property.standard("control-origination", "customer-configured"));
        }
        if (answers.stream().anyMatch(answer -> answer.ownership() == Ownership.CSC_OWNED)) {
            origins.add(Oscal.Property.standard("control-origination", "customer-provided"));
        }
        return origins;
    }

    private static ByComponent component(String key, String framework, String requirement, List<Answer> answers) {
        List<Provided> provided = new ArrayList<>();
        List<Responsibility> responsibilities = new ArrayList<>();
        for (Answer answer : answers) {
            String variant = answer.variant() == null ? "" : answer.variant();
            String what = "**" + Texts.title(answer) + "**: ";
            String providedUuid = null;
            if (Texts.providerHasPart(answer)) {
                providedUuid = NameUuid.of("provided", key, framework, requirement, answer.control().id(), variant);
                provided.add(new Provided(providedUuid, what + text(answer.provided(), answer),
                        Texts.props(answer), List.of(new Oscal.ResponsibleRole(Oscal.PROVIDER))));
            }
            if (Texts.customerHasPart(answer)) {
                responsibilities.add(new Responsibility(
                        NameUuid.of("responsibility", key, framework, requirement, answer.control().id(), variant),
                        providedUuid, what + text(answer.responsibility(), answer), Texts.props(answer),
                        List.of(new Oscal.ResponsibleRole(Oscal.CUSTOMER))));
            }
        }
        boolean nothing = provided.isEmpty() && responsibilities.isEmpty();
        return new ByComponent(ComponentDefinition.componentUuid(key),
                NameUuid.of("by-component", key, framework, requirement), Texts.description(answers),
                nothing ? Texts.props(answers) : List.of(), status(answers),
                nothing ? null : new Export(provided, responsibilities));
    }

    /** A part that has no text of its own is the whole control. */
    private static String text(@Nullable String text, Answer answer) {
        return text == null ? answer.control().description().strip() : text.strip();
    }

    /** How far the provider's own system fulfils it; null where that is none of its business. */
    private static @Nullable State status(List<Answer> answers) {
        if (answers.stream().allMatch(answer -> answer.ownership() == Ownership.NOT_APPLICABLE)) {
            return new State("not-applicable");
        }
        if (answers.stream().noneMatch(Texts::providerHasPart)) {
            return null;
        }
        return new State(answers.stream().anyMatch(Texts::customerHasPart) ? "partial" : "implemented");
    }
}
