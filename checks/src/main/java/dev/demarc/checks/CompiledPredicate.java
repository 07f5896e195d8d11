package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.demarc.checks.PredicateResult.Known;
import dev.demarc.checks.PredicateResult.Unknown;
import dev.demarc.contracts.gap.GapReason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A predicate that is ready to be asked; immutable and thread-safe. */
public final class CompiledPredicate {

    private final CelAbstractSyntaxTree tree;
    private final References references;
    private final CelRuntime.Program program;
    private final ShortWay shortWay;

    CompiledPredicate(CelAbstractSyntaxTree tree, References references, CelRuntime.Program program) {
        this.tree = tree;
        this.references = references;
        this.program = program;
        this.shortWay = ShortWay.of(tree);
    }

    /** Asks without parameters, as for the {@code when} of a variant. */
    public PredicateResult evaluate(CheckInput input) {
        return evaluate(input, Map.of());
    }

    /** Asks; never throws for what stands in the documents, and costs a bounded number of steps. */
    public PredicateResult evaluate(CheckInput input, Map<String, Object> parameters) {
        Boolean known = shortWay.evaluate(input, parameters);
        return known == null ? ask(input, parameters) : Known.of(known);
    }

    /** What CEL says. */
    PredicateResult ask(CheckInput input, Map<String, Object> parameters) {
        CelVariableResolver variables = name -> switch (name) {
            case "resource" -> Optional.of(input.resource());
            case "related" -> Optional.of(input.related());
            case "params" -> Optional.of(parameters);
            case "now" -> Optional.of(input.now());
            default -> Optional.empty();
        };
        try {
            Object result = program.trace(variables, new EvaluationBudget());
            if (result instanceof Boolean value) {
                return Known.of(value);
            }
            return WhyUnknown.notBoolean(result);
        } catch (CelEvaluationException e) {
            return WhyUnknown.of(e, tree, program, variables);
        } catch (EvaluationBudget.Exceeded e) {
            return new Unknown(GapReason.CHECK_ERROR, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return new Unknown(GapReason.CHECK_ERROR, "the document is too deep for this check");
        }
    }

    /** What needs no CEL; null where it must be asked. */
    @Nullable
    Boolean shortWay(CheckInput input, Map<String, Object> parameters) {
        return shortWay.evaluate(input, parameters);
    }

    /** The related documents that it reads, by the names that the check declares. */
    public Set<String> related() {
        return references.related();
    }

    /** The parameters that it reads. */
    public Set<String> parameters() {
        return references.parameters();
    }

    /** The dotted paths that it reads, {@code resource.configuration.kmsKeyId}, through lists and macros; one ends where a key is computed. */
    public Set<String> reads() {
        return Reads.in(tree);
    }

    /** Whether it reads the time. */
    public boolean readsNow() {
        return references.readsNow();
    }
}
