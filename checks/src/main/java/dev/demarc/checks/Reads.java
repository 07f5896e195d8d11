package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dotted paths that an expression reads from {@code resource} and {@code related}. A path goes on through list
 * elements and the variables of macros, as long as each field is a name or a constant; it ends where a key is computed.
 */
final class Reads {

    private static final String INDEX = "_[_]";
    private static final Set<String> ROOTS = Set.of("resource", "related");

    private final Set<String> paths = new TreeSet<>();

    private Reads() {}

    static Set<String> in(CelAbstractSyntaxTree tree) {
        Reads reads = new Reads();
        reads.visit(tree.getExpr(), Map.of());
        return Set.copyOf(reads.paths);
    }

    /** What an expression may stand for: documents by their paths, texts by what they say. */
    private record Value(
            Set<String> paths,
            Set<String> texts) {

        static final Value NOTHING = new Value(Set.of(), Set.of());

        static Value all(Stream<Value> values) {
            List<Value> list = values.toList();
            return new Value(list.stream().flatMap(it -> it.paths.stream()).collect(Collectors.toSet()),
                    list.stream().flatMap(it -> it.texts.stream()).collect(Collectors.toSet()));
        }

        Value withoutTexts() {
            return new Value(paths, Set.of());
        }

        Value fields(Set<String> names) {
            return new Value(paths.stream().flatMap(path -> names.stream().map(name -> path + "." + name))
                    .collect(Collectors.toSet()), Set.of());
        }
    }

    private static Value value(CelExpr expression, Map<String, Value> variables) {
        return switch (expression.getKind()) {
            case IDENT -> {
                String name = expression.ident().name();
                yield ROOTS.contains(name) && !variables.containsKey(name)
                        ? new Value(Set.of(name), Set.of())
                        : variables.getOrDefault(name, Value.NOTHING);
            }
            case CONSTANT -> expression.constant().getKind() == CelConstant.Kind.STRING_VALUE
                    ? new Value(Set.of(), Set.of(expression.constant().stringValue()))
                    : Value.NOTHING;
            case SELECT -> value(expression.select().operand(), variables)
                    .fields(Set.of(expression.select().field()));
            case LIST -> Value.all(expression.list().elements().stream().map(it -> value(it, variables)));
            case CALL -> call(expression.call(), variables);
            default -> Value.NOTHING;
        };
    }

    private static Value call(CelCall call, Map<String, Value> variables) {
        return switch (call.function()) {
            case "_?_:_" -> Value.all(call.args().stream().skip(1).map(it -> value(it, variables)));
            case "_+_" -> Value.all(call.args().stream().map(it -> value(it, variables))).withoutTexts();
            case INDEX -> {
                Value of = value(call.args().getFirst(), variables);
                Value key = value(call.args().getLast(), variables);
                yield !key.texts().isEmpty()
                        ? of.fields(key.texts())
                        : isNumber(call.args().getLast()) ? of : Value.NOTHING;
            }
            default -> Value.NOTHING;
        };
    }

    private static boolean isNumber(CelExpr key) {
        return key.getKind() == Kind.CONSTANT && key.constant().getKind() == CelConstant.Kind.INT64_VALUE;
    }

    private void visit(CelExpr expression, Map<String, Value> variables) {
        paths.addAll(value(expression, variables).paths());
        switch (expression.getKind()) {
            case SELECT -> below(expression, variables);
            case CALL -> {
                if (isPath(expression, variables)) {
                    below(expression, variables);
                } else {
                    expression.call().target().ifPresent(target -> visit(target, variables));
                    expression.call().args().forEach(argument -> visit(argument, variables));
                }
            }
            case LIST -> expression.list().elements().forEach(it -> visit(it, variables));
            case MAP -> expression.map().entries().forEach(it -> visit(it.value(), variables));
            case COMPREHENSION -> visit(expression.comprehension(), variables);
            default -> {
            }
        }
    }

    /** What is inside the start of a longer path, without that start, which is no value that is looked at. */
    private void below(CelExpr start, Map<String, Value> variables) {
        switch (start.getKind()) {
            case SELECT -> below(start.select().operand(), variables);
            case CALL -> {
                if (isPath(start, variables)) {
                    below(start.call().args().getFirst(), variables);
                    visit(start.call().args().getLast(), variables);
                } else {
                    visit(start, variables);
                }
            }
            case IDENT -> {
            }
            default -> visit(start, variables);
        }
    }

    private static boolean isPath(CelExpr expression, Map<String, Value> variables) {
        return expression.call().function().equals(INDEX) && !value(expression, variables).paths().isEmpty();
    }

    private void visit(CelComprehension loop, Map<String, Value> variables) {
        visit(loop.iterRange(), variables);
        Map<String, Value> inside = new HashMap<>(variables);
        inside.put(loop.iterVar(), value(loop.iterRange(), variables));
        inside.put(loop.accuVar(), Value.NOTHING);
        Stream.of(loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result())
                .forEach(part -> visit(part, inside));
    }
}
