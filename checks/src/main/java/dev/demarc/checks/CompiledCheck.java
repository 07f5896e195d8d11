package dev.demarc.checks;

import dev.demarc.checks.PredicateResult.Known;
import dev.demarc.checks.PredicateResult.Unknown;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A check that is ready to judge; immutable and thread-safe. */
public final class CompiledCheck {

    private static final Unknown NO_CONFIGURATION = new Unknown(GapReason.CONFIGURATION_MISSING,
            "the configuration of the resource is not known");

    private final Check check;
    private final @Nullable CompiledPredicate when;
    private final CompiledPredicate expression;
    private final Map<String, Object> parameters;
    private final List<ObservedPath> paths;

    private CompiledCheck(Check check, @Nullable CompiledPredicate when, CompiledPredicate expression) {
        this.check = check;
        this.when = when;
        this.expression = expression;
        Map<String, Object> values = new HashMap<>();
        check.parameters().forEach((name, parameter) -> values.put(name, JsonView.of(parameter.value())));
        this.parameters = Map.copyOf(values);
        this.paths = check.paths().stream().map(ObservedPath::of).toList();
    }

    /** Compiles {@code when} and {@code expression}; throws {@link CheckDoesNotCompile}. */
    public static CompiledCheck of(CheckLanguage language, Check check) {
        return new CompiledCheck(check, check.when() == null ? null : language.compile(check.when()),
                language.compile(check.expression()));
    }

    /** The check that was compiled. */
    public Check check() {
        return check;
    }

    /** Judges; a predicate that would need what is not known gives unknown, whatever else the documents hold. */
    public CheckVerdict evaluate(CheckInput input) {
        if (!input.resource().containsKey(SubjectDocument.CONFIGURATION)) {
            return verdict(NO_CONFIGURATION, input, false);
        }
        boolean readNow = false;
        if (when != null) {
            readNow = when.readsNow();
            PredicateResult applies = when.evaluate(input, parameters);
            if (applies.isFalse()) {
                return new CheckVerdict(CustomerOutcome.NOT_APPLICABLE, null, null, List.of(), readNow);
            }
            if (!applies.isTrue()) {
                return verdict(applies, input, readNow);
            }
        }
        return verdict(expression.evaluate(input, parameters), input, readNow || expression.readsNow());
    }

    private CheckVerdict verdict(PredicateResult result, CheckInput input, boolean readNow) {
        List<ObservedValue> observed = new ArrayList<>(paths.size());
        for (ObservedPath path : paths) {
            observed.add(path.in(input));
        }
        return switch (result) {
            case Known(boolean holds) when holds ->
                new CheckVerdict(CustomerOutcome.SATISFIED, null, null, observed, readNow);
            case Known _ -> new CheckVerdict(CustomerOutcome.NOT_SATISFIED, GapReason.CHECK_FAILED, null, observed,
                    readNow);
            case Unknown(GapReason reason, String detail) ->
                new CheckVerdict(CustomerOutcome.UNKNOWN, reason, detail, observed, readNow);
        };
    }
}
