package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelSelect;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.values.NullValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The part of CEL that most checks are made of, in Java functions instead of an interpreted tree. It says true or false
 * only where CEL does, within CEL's budget, and otherwise nothing: what is missing, null, of another type, large or any
 * other function is left to CEL, which is then asked for the whole expression.
 */
final class ShortWay {

    private static final Step UNABLE = frame -> Unsaid.UNSAID;
    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_ELEMENTS = 1_000;
    /** A step costs CEL at most 64 with such texts and collections. */
    private static final int STEPS = EvaluationBudget.STEPS / 64;

    private final Step root;
    private final int variables;
    private final int steps;

    private ShortWay(Step root, int variables, int steps) {
        this.root = root;
        this.variables = variables;
        this.steps = steps;
    }

    /** Of a checked expression. */
    static ShortWay of(CelAbstractSyntaxTree tree) {
        int size = size(tree.getExpr());
        Compiler compiler = new Compiler();
        Step root = size < STEPS ? compiler.step(tree.getExpr(), Map.of()) : UNABLE;
        return new ShortWay(root, compiler.variables, STEPS - size);
    }

    private static int size(CelExpr expression) {
        return (int) CelNavigableExpr.fromExpr(expression).allNodes().count();
    }

    /** True, false, or null where CEL must be asked. */
    @Nullable
    Boolean evaluate(CheckInput input, Map<String, Object> parameters) {
        Object result = root.in(new Frame(input, parameters, new Object[variables], steps));
        return result instanceof Boolean known ? known : null;
    }

    /** Makes unsaid whatever is made of it; so what CEL outweighs, an error by the other side of an {@code ||}, is left to CEL too. */
    private enum Unsaid {
        UNSAID
    }

    /** A part of the expression: gives its value or {@link Unsaid}. */
    @FunctionalInterface
    private interface Step {
        Object in(Frame frame);
    }

    /** What {@code type(x)} gives and {@code list} stands for. */
    private record Type(String name) {}

    /** One evaluation. */
    private static final class Frame {

        private final CheckInput input;
        private final Map<String, Object> parameters;
        private final Object[] variables;
        private int left;

        Frame(CheckInput input, Map<String, Object> parameters, Object[] variables, int left) {
            this.input = input;
            this.parameters = parameters;
            this.variables = variables;
            this.left = left;
        }
    }

    /** Makes steps of expressions; each variable of a macro gets a place of its own. */
    private static final class Compiler {

        private int variables;

        Step step(CelExpr expression, Map<String, Integer> places) {
            return switch (expression.getKind()) {
                case CONSTANT -> constant(expression.constant());
                case IDENT -> name(expression.ident().name(), places);
                case SELECT -> select(expression.select(), places);
                case LIST -> list(expression.list().elements().stream().map(it -> step(it, places)).toList());
                case CALL -> call(expression.call(), places);
                case COMPREHENSION -> loop(expression.comprehension(), places);
                default -> UNABLE;
            };
        }

        private static Step constant(CelConstant constant) {
            Object value = switch (constant.getKind()) {
                case STRING_VALUE -> constant.stringValue();
                case INT64_VALUE -> constant.int64Value();
                case BOOLEAN_VALUE -> constant.booleanValue();
                case NULL_VALUE -> NullValue.NULL_VALUE;
                default -> Unsaid.UNSAID;
            };
            return frame -> value;
        }

        private static Step name(String name, Map<String, Integer> places) {
            Integer place = places.get(name);
            if (place != null) {
                int at = place;
                return frame -> frame.variables[at];
            }
            return switch (name) {
                case "resource" -> frame -> frame.input.resource();
                case "related" -> frame -> frame.input.related();
                case "params" -> frame -> frame.parameters;
                case "bool", "int", "string", "list", "map" -> {
                    Type type = new Type(name);
                    yield frame -> type;
                }
                default -> UNABLE;
            };
        }

        private Step select(CelSelect select, Map<String, Integer> places) {
            Step operand = step(select.operand(), places);
            String field = select.field();
            return select.testOnly()
                    ? frame -> operand.in(frame) instanceof Map<?, ?> map ? map.containsKey(field) : Unsaid.UNSAID
                    : frame -> operand.in(frame) instanceof Map<?, ?> map ? read(map.get(field)) : Unsaid.UNSAID;
        }

        private static Step list(List<Step> elements) {
            return frame -> {
                List<Object> values = new ArrayList<>(elements.size());
                for (Step element : elements) {
                    Object value = element.in(frame);
                    if (value instanceof Unsaid) {
                        return Unsaid.UNSAID;
                    }
                    values.add(value);
                }
                return values;
            };
        }

        private Step call(CelCall call, Map<String, Integer> places) {
            List<Step> parts = new ArrayList<>();
            call.target().ifPresent(target -> parts.add(step(target, places)));
            call.args().forEach(argument -> parts.add(step(argument, places)));
            Step first = parts.isEmpty() ? UNABLE : parts.getFirst();
            return switch (parts.size()) {
                case 1 -> one(call.function(), first);
                case 2 -> two(call.function(), first, parts.getLast());
                case 3 -> call.function().equals("_?_:_") ? choice(first, parts.get(1), parts.get(2)) : UNABLE;
                default -> UNABLE;
            };
        }

        private static Step one(String function, Step of) {
            return switch (function) {
                case "!_" -> frame -> of.in(frame) instanceof Boolean it ? !it : Unsaid.UNSAID;
                case "@not_strictly_false" -> of;
                case "type" -> frame -> type(of.in(frame));
                case "size" -> frame -> length(of.in(frame));
                case "lowerAscii" -> frame -> of.in(frame) instanceof String text && isAscii(text)
                        ? text.toLowerCase(Locale.ROOT)
                        : Unsaid.UNSAID;
                default -> UNABLE;
            };
        }

        private static Step two(String function, Step a, Step b) {
            return switch (function) {
                case "_&&_" -> either(a, b, false);
                case "_||_" -> either(a, b, true);
                case "_==_" -> frame -> equal(a.in(frame), b.in(frame));
                case "_!=_" -> frame -> equal(a.in(frame), b.in(frame)) instanceof Boolean it ? !it : Unsaid.UNSAID;
                case "_<_" -> numbers(a, b, (x, y) -> x < y);
                case "_<=_" -> numbers(a, b, (x, y) -> x <= y);
                case "_>_" -> numbers(a, b, (x, y) -> x > y);
                case "_>=_" -> numbers(a, b, (x, y) -> x >= y);
                case "@in" -> frame -> contains(b.in(frame), a.in(frame));
                case "_[_]" -> frame -> at(a.in(frame), b.in(frame));
                case "_+_" -> frame -> joined(a.in(frame), b.in(frame));
                case "startsWith" -> texts(a, b, String::startsWith);
                case "endsWith" -> texts(a, b, String::endsWith);
                case "contains" -> texts(a, b, String::contains);
                default -> UNABLE;
            };
        }

        /** And, or: the second side is not looked at where the first decides. */
        private static Step either(Step a, Step b, boolean deciding) {
            return frame -> {
                if (!(a.in(frame) instanceof Boolean left)) {
                    return Unsaid.UNSAID;
                }
                if (left.equals(deciding)) {
                    return left;
                }
                return b.in(frame) instanceof Boolean right ? right : Unsaid.UNSAID;
            };
        }

        private static Step choice(Step condition, Step then, Step otherwise) {
            return frame -> condition.in(frame) instanceof Boolean it
                    ? (it ? then : otherwise).in(frame)
                    : Unsaid.UNSAID;
        }

        private static Step numbers(Step a, Step b, BiPredicate<Long, Long> test) {
            return both(Long.class, a, b, test::test);
        }

        private static Step texts(Step a, Step b, BiPredicate<String, String> test) {
            return both(String.class, a, b, test::test);
        }

        private static <T> Step both(Class<T> type, Step a, Step b, BiFunction<T, T, Object> work) {
            return frame -> {
                Object left = a.in(frame);
                Object right = b.in(frame);
                return type.isInstance(left) && type.isInstance(right)
                        ? work.apply(type.cast(left), type.cast(right))
                        : Unsaid.UNSAID;
            };
        }

        private Step loop(CelComprehension loop, Map<String, Integer> places) {
            if (!loop.iterVar2().isEmpty()) {
                return UNABLE;
            }
            Step range = step(loop.iterRange(), places);
            Step start = step(loop.accuInit(), places);
            int each = variables++;
            int found = variables++;
            Map<String, Integer> inside = new HashMap<>(places);
            inside.put(loop.iterVar(), each);
            inside.put(loop.accuVar(), found);
            Step goOn = step(loop.loopCondition(), inside);
            Step next = step(loop.loopStep(), inside);
            Step result = step(loop.result(), inside);
            int cost = size(loop.loopCondition()) + size(loop.loopStep());
            return frame -> {
                Collection<?> elements = elements(range.in(frame));
                if (elements == null) {
                    return Unsaid.UNSAID;
                }
                frame.variables[found] = start.in(frame);
                for (Object element : elements) {
                    frame.left -= cost;
                    Object more = frame.left < 0 ? Unsaid.UNSAID : goOn.in(frame);
                    if (more instanceof Unsaid) {
                        return Unsaid.UNSAID;
                    }
                    if (Boolean.FALSE.equals(more)) {
                        break;
                    }
                    frame.variables[each] = read(element);
                    frame.variables[found] = next.in(frame);
                }
                return result.in(frame);
            };
        }
    }

    private static @Nullable Collection<?> elements(Object range) {
        return switch (range) {
            case List<?> list -> list;
            case Map<?, ?> map -> map.keySet();
            default -> null;
        };
    }

    /** What stands in a document, unless it is absent or costs CEL more than a step may here. */
    private static Object read(@Nullable Object value) {
        return switch (value) {
            case null -> Unsaid.UNSAID;
            case String text -> text.length() > LONGEST_TEXT ? Unsaid.UNSAID : text;
            case Collection<?> list -> list.size() > MOST_ELEMENTS ? Unsaid.UNSAID : list;
            case Map<?, ?> map -> map.size() > MOST_ELEMENTS ? Unsaid.UNSAID : map;
            default -> value;
        };
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Boolean || value instanceof Long
                || value instanceof NullValue || value instanceof Type;
    }

    private static Object equal(Object a, Object b) {
        if (!isKnown(a) || !isKnown(b)) {
            return Unsaid.UNSAID;
        }
        return isPlain(a) || isPlain(b) ? a.equals(b) : Unsaid.UNSAID;
    }

    /** Neither unsaid nor a double, which may equal an integer. */
    private static boolean isKnown(Object value) {
        return isPlain(value) || value instanceof Map || value instanceof List;
    }

    private static Object contains(Object container, Object element) {
        if (container instanceof Map<?, ?> map && element instanceof String key) {
            return map.containsKey(key);
        }
        if (!(container instanceof List<?> list) || !isPlain(element)) {
            return Unsaid.UNSAID;
        }
        for (Object each : list) {
            Object same = equal(each, element);
            if (!Boolean.FALSE.equals(same)) {
                return same;
            }
        }
        return false;
    }

    private static Object at(Object container, Object key) {
        return switch (container) {
            case Map<?, ?> map when key instanceof String -> read(map.get(key));
            case List<?> list when key instanceof Long index && index >= 0 && index < list.size() ->
                read(list.get(index.intValue()));
            default -> Unsaid.UNSAID;
        };
    }

    private static Object type(Object value) {
        return switch (value) {
            case Boolean _ -> new Type("bool");
            case Long _ -> new Type("int");
            case String _ -> new Type("string");
            case List<?> _ -> new Type("list");
            case Map<?, ?> _ -> new Type("map");
            default -> Unsaid.UNSAID;
        };
    }

    private static Object length(Object value) {
        return switch (value) {
            case String text -> (long) text.codePointCount(0, text.length());
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            default -> Unsaid.UNSAID;
        };
    }

    private static Object joined(Object a, Object b) {
        if (a instanceof String start && b instanceof String end) {
            return read(start + end);
        }
        if (!(a instanceof List<?> one && b instanceof List<?> other)) {
            return Unsaid.UNSAID;
        }
        List<Object> all = new ArrayList<>(one.size() + other.size());
        all.addAll(one);
        all.addAll(other);
        return read(all);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
