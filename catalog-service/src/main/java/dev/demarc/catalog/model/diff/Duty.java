package dev.demarc.catalog.model.diff;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.Source;
import dev.demarc.contracts.catalog.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell, or a variant in its place, makes whose job. */
record Duty(
        Ownership ownership,
        @Nullable String when,
        @Nullable String provided,
        @Nullable String responsibility,
        Observability observability,
        Severity severity,
        List<Check> checks,
        @Nullable String rationale,
        List<Source> sources) {

    static @Nullable Duty of(@Nullable Responsibility cell) {
        return cell == null
                ? null
                : new Duty(cell.ownership(), null, cell.provided(), cell.responsibility(), cell.observability(),
                        cell.severity(), cell.checks(), cell.rationale(), cell.sources());
    }

    /** The variant of this name, else the cell itself, which is what counts where there is no such variant. */
    static @Nullable Duty of(@Nullable Responsibility cell, String variant) {
        return cell == null
                ? null
                : cell.variants().stream().filter(it -> it.name().equals(variant)).findFirst().map(Duty::of)
                        .orElseGet(() -> of(cell));
    }

    private static Duty of(Variant it) {
        return new Duty(it.ownership(), it.when(), it.provided(), it.responsibility(), it.observability(),
                it.severity(), it.checks(), it.rationale(), List.of());
    }

    static List<FieldChange> terms(@Nullable Duty from, @Nullable Duty to) {
        return new FieldChange.Fields<>(from, to).with("ownership", duty -> duty.ownership().word())
                .with("when", Duty::when).with("observability", duty -> duty.observability().word())
                .with("severity", duty -> duty.severity().word()).changes();
    }

    static List<FieldChange> texts(@Nullable Duty from, @Nullable Duty to) {
        return new FieldChange.Fields<>(from, to).with("provided", Duty::provided)
                .with("responsibility", Duty::responsibility).with("rationale", Duty::rationale)
                .with("sources", duty -> sources(duty.sources())).changes();
    }

    static @Nullable String sources(List<Source> sources) {
        return FieldChange.list(sources.stream().map(Duty::text).toList());
    }

    private static String text(Source source) {
        return source.title() + (source.url() == null ? "" : " <" + source.url() + ">")
                + (source.says() == null ? "" : " (" + source.says() + ")");
    }
}
