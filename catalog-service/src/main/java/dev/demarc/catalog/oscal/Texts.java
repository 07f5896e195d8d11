package dev.demarc.catalog.oscal;

import dev.demarc.catalog.export.Answer;
import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What an answer says, as OSCAL's text, properties and roles. */
final class Texts {

    private Texts() {}

    /** All answers, one after the other, in Markdown. */
    static String description(List<Answer> answers) {
        return answers.stream().map(Texts::description).collect(Collectors.joining("\n\n"));
    }

    private static String description(Answer answer) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("**" + title(answer) + "** (" + answer.ownership().word() + ")");
        if (answer.provided() != null) {
            paragraphs.add("Provider: " + answer.provided().strip());
        }
        if (answer.responsibility() != null) {
            paragraphs.add("Customer: " + answer.responsibility().strip());
        }
        if (answer.ownership() == Ownership.NOT_APPLICABLE && answer.rationale() != null) {
            paragraphs.add("Not applicable: " + answer.rationale().strip());
        }
        return String.join("\n\n", paragraphs);
    }

    /** The control, and the variant it is about. */
    static String title(Answer answer) {
        return answer.variant() == null
                ? answer.control().title()
                : answer.control().title() + ", " + answer.variant();
    }

    static List<Oscal.Property> props(List<Answer> answers) {
        return answers.stream().flatMap(answer -> props(answer).stream()).distinct().toList();
    }

    /** Their class is the control. */
    static List<Oscal.Property> props(Answer answer) {
        List<Oscal.Property> props = new ArrayList<>();
        props.add(prop("ownership", answer.ownership().word(), answer));
        props.add(prop("category", answer.ownership().category().word(), answer));
        props.add(prop("observability", answer.observability().word(), answer));
        Relationship relationship = answer.relationship();
        if (relationship != null) {
            props.add(prop("relationship", relationship.word(), answer));
        }
        for (Check check : answer.checks()) {
            props.add(prop("check", check.id(), answer));
        }
        return props;
    }

    private static Oscal.Property prop(String name, String value, Answer answer) {
        return new Oscal.Property(name, Oscal.NAMESPACE, value, answer.control().id(),
                answer.variant() == null ? null : "Variant: " + answer.variant());
    }

    static List<Oscal.ResponsibleRole> roles(List<Answer> answers) {
        List<Oscal.ResponsibleRole> roles = new ArrayList<>();
        if (answers.stream().anyMatch(Texts::providerHasPart)) {
            roles.add(new Oscal.ResponsibleRole(Oscal.PROVIDER));
        }
        if (answers.stream().anyMatch(Texts::customerHasPart)) {
            roles.add(new Oscal.ResponsibleRole(Oscal.CUSTOMER));
        }
        return roles;
    }

    static boolean providerHasPart(Answer answer) {
        Category category = answer.ownership().category();
        return category == Category.INHERITED || category == Category.SHARED;
    }

    static boolean customerHasPart(Answer answer) {
        Category category = answer.ownership().category();
        return category == Category.CUSTOMER_SPECIFIC || category == Category.SHARED;
    }
}
