package dev.demarc.checks;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What one evaluation may cost: every step costs 1 and, for a text, a 32nd of its length, for a list or map a 16th of
 * its size. The same document costs the same on every machine; the deadline is a last resort for what the steps do not see.
 */
final class EvaluationBudget implements CelEvaluationListener {

    static final int STEPS = 200_000;
    static final int ITERATIONS = 10_000;
    private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int STEPS_PER_LOOK_AT_THE_CLOCK = 64;

    private final long start = System.nanoTime();
    private long spent;
    private int steps;

    @Override
    public void callback(CelExpr expression, Object value) {
        spent += cost(expression, value);
        if (spent > STEPS) {
            throw new Exceeded("the check needs more than " + STEPS + " steps on this document");
        }
        if (++steps % STEPS_PER_LOOK_AT_THE_CLOCK == 0 && System.nanoTime() - start > DEADLINE_NANOS) {
            throw new Exceeded("the check needs more than 5 seconds on this document");
        }
    }

    private static long cost(CelExpr expression, Object value) {
        return switch (value) {
            case String text -> 1 + text.length() / 32;
            case Collection<?> list -> isAccumulator(expression) ? 1 : 1 + list.size() / 16;
            case Map<?, ?> map -> 1 + map.size() / 16;
            default -> 1;
        };
    }

    /** The list that a macro is filling; it is appended to, not read. */
    private static boolean isAccumulator(CelExpr expression) {
        return switch (expression.getKind()) {
            case Kind.IDENT -> expression.ident().name().startsWith("@");
            case Kind.CALL -> !expression.call().args().isEmpty() && isAccumulator(expression.call().args().getFirst());
            default -> false;
        };
    }

    /** An {@code Error}, since CEL takes exceptions for values that {@code ||} may absorb. */
    @SuppressWarnings("serial")
    static final class Exceeded extends Error {

        Exceeded(String message) {
            super(message, null, false, false);
        }
    }
}
