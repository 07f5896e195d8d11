package dev.demarc.catalog.model.diff;

import dev.demarc.contracts.catalog.Ownership;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one duty.
 *
 * @param variant where it is about a variant of the service only; null where about the service as a rule
 * @param from whose it was; null where the control had no cell
 * @param to whose it is; null where it has none
 * @param sentence the same in words
 * @param terms ownership, observability, severity, a variant's condition and place, what the control is mapped to
 * @param texts the parts, the rationale, the sources and the control's words
 */
public record DutyChange(
        String control,
        String title,
        @Nullable String variant,
        ChangeKind kind,
        @Nullable Ownership from,
        @Nullable Ownership to,
        String sentence,
        List<FieldChange> terms,
        List<CheckChange> checks,
        List<FieldChange> texts) {

    /** Copies the lists. */
    public DutyChange {
        terms = List.copyOf(terms);
        checks = List.copyOf(checks);
        texts = List.copyOf(texts);
    }

    /** Empty where nothing changes. */
    static Optional<DutyChange> between(String control, String title, @Nullable String variant, @Nullable Duty from,
            @Nullable Duty to, List<FieldChange> more, List<FieldChange> words) {
        List<FieldChange> terms = joined(Duty.terms(from, to), more);
        List<CheckChange> checks = CheckChange.between(from == null ? List.of() : from.checks(),
                to == null ? List.of() : to.checks());
        List<FieldChange> texts = joined(Duty.texts(from, to), words);
        Ownership before = from == null ? null : from.ownership();
        Ownership after = to == null ? null : to.ownership();
        return kind(Party.of(before), Party.of(after), terms, checks, texts)
                .map(kind -> new DutyChange(control, title, variant, kind, before, after,
                        sentence(kind, Party.of(before), Party.of(after), checks), terms, checks, texts));
    }

    private static List<FieldChange> joined(List<FieldChange> some, List<FieldChange> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Optional<ChangeKind> kind(Set<Party> from, Set<Party> to, List<FieldChange> terms,
            List<CheckChange> checks, List<FieldChange> texts) {
        if (!from.equals(to)) {
            return Optional.of(from.isEmpty()
                    ? ChangeKind.GAINED
                    : to.isEmpty()
                            ? ChangeKind.LOST
                            : ChangeKind.SHIFTED);
        }
        if (!terms.isEmpty()) {
            return Optional.of(ChangeKind.TERMS_CHANGED);
        }
        if (checks.stream().anyMatch(check -> check.kind() != CheckChange.Kind.TEXT_CHANGED)) {
            return Optional.of(ChangeKind.CHECK_CHANGED);
        }
        return checks.isEmpty() && texts.isEmpty() ? Optional.empty() : Optional.of(ChangeKind.TEXT_CHANGED);
    }

    private static String sentence(ChangeKind kind, Set<Party> from, Set<Party> to, List<CheckChange> checks) {
        return switch (kind) {
            case GAINED -> "A new duty of " + Party.words(to) + ".";
            case LOST -> "No longer a duty of " + Party.words(from) + ".";
            case SHIFTED -> "Moves from " + Party.words(from) + " to " + Party.words(to) + ".";
            case TERMS_CHANGED -> stays(to) + ", on other terms.";
            case CHECK_CHANGED -> stays(to) + ": " + counts(checks) + ".";
            case TEXT_CHANGED -> stays(to) + "; only words change.";
        };
    }

    private static String stays(Set<Party> to) {
        return to.isEmpty() ? "Still nobody's duty" : "Still a duty of " + Party.words(to);
    }

    private static String counts(List<CheckChange> checks) {
        return Arrays.stream(CheckChange.Kind.values()).map(kind -> {
            long count = checks.stream().filter(check -> check.kind() == kind).count();
            return count == 0 ? "" : count + (count == 1 ? " check " : " checks ") + words(kind);
        }).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String words(CheckChange.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
            case TEXT_CHANGED -> "in other words";
        };
    }
}
