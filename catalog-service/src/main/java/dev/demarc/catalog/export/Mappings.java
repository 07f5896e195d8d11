package dev.demarc.catalog.export;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.FrameworkMapping;
import dev.demarc.contracts.catalog.Relationship;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which answers belong to which requirement of a framework: those with a check that says so, those that stand in for
 * what can't be seen, and those whose control is mapped to it. A requirement about the configuration of one service
 * (it has a trigger) that is named in the first two ways is not given to every service with the control. A framework
 * about one provider's services has no answers of others.
 */
final class Mappings {

    private final SortedMap<String, Map<String, Answer>> byRequirement = new TreeMap<>(NaturalOrder.IDS);

    private Mappings() {}

    static Mappings of(String framework, Frameworks frameworks, List<PublishedVersion> versions) {
        Framework list = frameworks.framework(framework).orElse(null);
        List<Answer> answers = versions.stream()
                .filter(version -> list == null || list.isAbout(version.model().provider()))
                .flatMap(version -> Answer.all(version).stream()).toList();
        Mappings mappings = new Mappings();
        answers.forEach(answer -> mappings.byChecks(framework, answer));
        answers.forEach(answer -> mappings.byReasons(framework, answer));
        Set<String> ofOneService = mappings.byRequirement.keySet().stream()
                .filter(id -> frameworks.requirement(framework, id).filter(it -> it.trigger() != null).isPresent())
                .collect(Collectors.toSet());
        answers.forEach(answer -> mappings.byControl(framework, answer, ofOneService));
        return mappings;
    }

    /** Those that the versions name at all. */
    static SortedSet<String> frameworks(List<PublishedVersion> versions) {
        SortedSet<String> ids = new TreeSet<>();
        for (PublishedVersion version : versions) {
            ServiceModel model = version.model();
            model.controls().forEach(control -> control.mappings().forEach(it -> ids.add(it.framework())));
            model.unchecked().forEach(it -> ids.add(it.framework()));
            PlacedCheck.all(model).forEach(placed -> ids.addAll(placed.check().frameworks().keySet()));
        }
        return ids;
    }

    /** Those that something is mapped to, in their natural order. */
    Set<String> requirements() {
        return byRequirement.keySet();
    }

    /** By service model, in the order of its answers. */
    List<Answer> answers(String requirement) {
        return byRequirement.getOrDefault(requirement, Map.of()).values().stream().sorted((a, b) -> a.version()
                .entry().key().compareTo(b.version().entry().key())).toList();
    }

    private void byChecks(String framework, Answer answer) {
        for (Check check : answer.checks()) {
            check.frameworks().getOrDefault(framework, List.of()).forEach(it -> add(it, answer, null, null));
        }
    }

    private void byReasons(String framework, Answer answer) {
        for (UncheckedRequirement it : answer.version().model().unchecked()) {
            if (it.framework().equals(framework) && it.control().equals(answer.control().id())) {
                add(it.requirement(), answer, null, it.reason());
            }
        }
    }

    private void byControl(String framework, Answer answer, Set<String> ofOneService) {
        for (FrameworkMapping mapping : answer.control().mappings()) {
            if (mapping.framework().equals(framework) && !ofOneService.contains(mapping.requirement())) {
                add(mapping.requirement(), answer, mapping.relationship(), null);
            }
        }
    }

    private void add(String requirement, Answer answer, @Nullable Relationship how, @Nullable String why) {
        String id = answer.version().entry().id() + " " + answer.control().id() + " " + answer.variant();
        byRequirement.computeIfAbsent(requirement, _ -> new LinkedHashMap<>()).compute(id,
                (_, there) -> there == null
                        ? answer.related(how, why)
                        : there.related(there.relationship() == null ? how : there.relationship(),
                                there.reason() == null ? why : there.reason()));
    }
}
