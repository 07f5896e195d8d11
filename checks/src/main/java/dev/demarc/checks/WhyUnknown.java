package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelErrorCode;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import dev.demarc.checks.PredicateResult.Unknown;
import dev.demarc.contracts.gap.GapReason;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells data that is missing (an absent key, a null where a value is needed) from a check that does not fit the document. */
final class WhyUnknown {

    private static final Pattern PREFIX = Pattern.compile("^evaluation error(?: at <input>:\\d+)?: ");

    private WhyUnknown() {}

    /** The reason for a result that is neither true nor false. */
    static Unknown notBoolean(Object result) {
        return switch (result) {
            case NullValue _ -> missing("the value is null");
            case CelUnknownSet _ -> missing("the value is not known");
            default -> new Unknown(GapReason.CHECK_ERROR, "expected true or false, found: " + result);
        };
    }

    /** The reason for an error; evaluates once more to see which value stood where it went wrong. */
    static Unknown of(CelEvaluationException error, CelAbstractSyntaxTree tree, CelRuntime.Program program,
            CelVariableResolver variables) {
        String detail = PREFIX.matcher(String.valueOf(error.getMessage())).replaceFirst("");
        if (error.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && detail.endsWith("is not present in map.")) {
            return missing(detail);
        }
        Map<Long, Object> values = values(program, variables);
        boolean missing = failed(tree, values).anyMatch(expression -> readsNull(expression, values)
                || (error.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND && readsMap(expression, values)));
        return missing ? missing(detail) : new Unknown(GapReason.CHECK_ERROR, detail);
    }

    private static boolean readsNull(CelExpr expression, Map<Long, Object> values) {
        return operands(expression).anyMatch(operand -> values.get(operand.id()) instanceof NullValue);
    }

    private static boolean readsMap(CelExpr expression, Map<Long, Object> values) {
        return operands(expression).findFirst().map(operand -> values.get(operand.id())).orElse("") instanceof Map;
    }

    private static Unknown missing(String detail) {
        return new Unknown(GapReason.CONFIGURATION_MISSING, detail);
    }

    private static Map<Long, Object> values(CelRuntime.Program program, CelVariableResolver variables) {
        Map<Long, Object> values = new HashMap<>();
        EvaluationBudget budget = new EvaluationBudget();
        try {
            program.trace(variables, (expression, value) -> {
                budget.callback(expression, value);
                values.put(expression.id(), value);
            });
        } catch (CelEvaluationException | EvaluationBudget.Exceeded | StackOverflowError _) {
            return values; // up to the error that is being explained
        }
        return values;
    }

    /** The expressions that have no value though an operand of theirs has one. */
    private static Stream<CelExpr> failed(CelAbstractSyntaxTree tree, Map<Long, Object> values) {
        return CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr)
                .filter(expression -> !values.containsKey(expression.id()))
                .filter(expression -> operands(expression).anyMatch(operand -> values.containsKey(operand.id())));
    }

    private static Stream<CelExpr> operands(CelExpr expression) {
        return switch (expression.getKind()) {
            case Kind.SELECT -> Stream.of(expression.select().operand());
            case Kind.COMPREHENSION -> Stream.of(expression.comprehension().iterRange());
            case Kind.CALL -> Stream.concat(expression.call().target().stream(), expression.call().args().stream());
            default -> Stream.empty();
        };
    }
}
