package dev.demarc.notification.web;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.notification.model.EndpointFilter;
import dev.demarc.notification.model.TransitionKind;
import dev.demarc.platform.web.BadInput;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The filter of an endpoint but for the severity; an absent list lets everything through. */
record FilterJson(
        @Nullable List<TransitionKind> transitions,
        @Nullable List<String> workloads,
        @Nullable List<String> environments,
        @Nullable List<GapReason> reasons) {

    private static final int MOST = 50;
    private static final int LONGEST = 100;

    static @Nullable FilterJson of(EndpointFilter filter) {
        return filter.equals(new EndpointFilter(filter.minimumSeverity(), List.of(), List.of(), List.of(), List.of()))
                ? null
                : new FilterJson(shown(filter.transitions()), shown(filter.workloads()), shown(filter.environments()),
                        shown(filter.reasons()));
    }

    static EndpointFilter read(@Nullable Severity minimum, @Nullable FilterJson given) {
        FilterJson filter = given == null ? new FilterJson(null, null, null, null) : given;
        return new EndpointFilter(minimum == null ? Severity.LOW : minimum,
                list("filter.transitions", filter.transitions()), words("filter.workloads", filter.workloads()),
                words("filter.environments", filter.environments()), list("filter.reasons", filter.reasons()));
    }

    private static <T> @Nullable List<T> shown(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static List<String> words(String field, @Nullable List<String> given) {
        List<String> words = list(field, given);
        words.stream().filter(word -> word.isBlank() || word.length() > LONGEST).findFirst().ifPresent(word -> {
            throw new BadInput(field, word, "words of 1 to " + LONGEST + " characters");
        });
        return words;
    }

    private static <T> List<T> list(String field, @Nullable List<T> given) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > MOST || given.stream().anyMatch(Objects::isNull)) {
            throw new BadInput(field, given.size() + " items", "at most " + MOST + " items, none of them null");
        }
        return given;
    }
}
