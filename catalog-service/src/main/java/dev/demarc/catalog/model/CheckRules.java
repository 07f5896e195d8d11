package dev.demarc.catalog.model;

import dev.demarc.checks.CheckDoesNotCompile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.checks.CompiledPredicate;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a check compiles and reads what it declares, no more and no less. */
final class CheckRules {

    private static final Set<String> DOCUMENT = Set.of("type", "id", "name", "account", "region", "tags", "createdAt",
            "configuration", "supplementaryConfiguration", "relationships");

    private final CheckLanguage language;

    CheckRules(CheckLanguage language) {
        this.language = language;
    }

    List<Finding> findings(Check check, List<String> modelTypes) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < check.resourceTypes().size(); i++) {
            if (!modelTypes.contains(check.resourceTypes().get(i))) {
                findings.add(new Finding("/resourceTypes/" + i, "'" + check.resourceTypes().get(i)
                        + "' is none of the model's types " + modelTypes));
            }
        }
        Set<String> related = new HashSet<>();
        Set<String> parameters = new HashSet<>();
        compiled("/when", check.when(), findings).ifPresent(when -> read(when, related, parameters));
        boolean all = compiled("/expression", check.expression(), findings)
                .map(expression -> read(expression, related, parameters)).isPresent();
        same("/related", related, check.related().keySet(), all, findings);
        same("/parameters", parameters, check.parameters().keySet(), all, findings);
        check.parameters().forEach((name, parameter) -> bounds("/parameters/" + name, parameter, findings));
        for (int i = 0; i < check.paths().size(); i++) {
            path("/paths/" + i, check.paths().get(i), check.related(), findings);
        }
        return findings;
    }

    /** A predicate that may read the subject alone, as variants do. */
    List<Finding> onSubjectOnly(String pointer, String when) {
        List<Finding> findings = new ArrayList<>();
        compiled(pointer, when, findings).ifPresent(predicate -> {
            if (!predicate.related().isEmpty() || !predicate.parameters().isEmpty() || predicate.readsNow()) {
                findings.add(new Finding(pointer,
                        "a variant is chosen by the resource alone, not by related, params or now"));
            }
        });
        return findings;
    }

    private Optional<CompiledPredicate> compiled(String pointer, @Nullable String source, List<Finding> findings) {
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(language.compile(source));
        } catch (CheckDoesNotCompile e) {
            findings.add(new Finding(pointer, "does not compile: " + e.getMessage() + " of the expression"));
            return Optional.empty();
        }
    }

    private static CompiledPredicate read(CompiledPredicate predicate, Set<String> related, Set<String> parameters) {
        related.addAll(predicate.related());
        parameters.addAll(predicate.parameters());
        return predicate;
    }

    private static void same(String pointer, Set<String> read, Set<String> declared, boolean all,
            List<Finding> findings) {
        read.stream().filter(name -> !declared.contains(name)).sorted().forEach(name -> findings
                .add(new Finding(pointer + "/" + name, "is read but not declared")));
        if (all) {
            declared.stream().filter(name -> !read.contains(name)).sorted().forEach(name -> findings
                    .add(new Finding(pointer + "/" + name, "is declared but never read")));
        }
    }

    private static void bounds(String pointer, Parameter parameter, List<Finding> findings) {
        Long minimum = parameter.minimum();
        Long maximum = parameter.maximum();
        if (minimum == null && maximum == null) {
            return;
        }
        if (!(parameter.value() instanceof Long value)) {
            findings.add(new Finding(pointer + "/value", "'" + parameter.value() + "' is no integer but has bounds"));
        } else if ((minimum != null && value < minimum) || (maximum != null && value > maximum)) {
            findings.add(new Finding(pointer + "/value",
                    value + " is out of bounds; expected " + minimum + " to " + maximum));
        }
    }

    private static void path(String pointer, String path, Map<String, ?> related, List<Finding> findings) {
        List<String> segments = List.of(path.split("\\.", -1));
        int document = segments.getFirst().equals("related") ? 2 : 1;
        if (!segments.getFirst().equals("resource") && document == 1) {
            findings.add(new Finding(pointer, "'" + path + "' does not begin with resource. or related.<name>."));
        } else if (segments.stream().anyMatch(String::isEmpty) || segments.size() <= document) {
            findings.add(new Finding(pointer, "'" + path + "' is no dotted path to a value"));
        } else if (document == 2 && !related.containsKey(segments.get(1))) {
            findings.add(new Finding(pointer, "'" + segments.get(1) + "' is no related document of this check"));
        } else if (!DOCUMENT.contains(segments.get(document))) {
            findings.add(new Finding(pointer, "'" + segments.get(document) + "' is none of "
                    + DOCUMENT.stream().sorted().toList()));
        }
    }
}
