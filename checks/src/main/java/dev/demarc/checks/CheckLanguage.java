package dev.demarc.checks;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/** Compiles expressions on {@code resource}, {@code related}, {@code params} and {@code now}; thread-safe, and costly to make: one is enough. */
public final class CheckLanguage {

    /** The longest expression, in code points. */
    public static final int MAX_EXPRESSION_LENGTH = 4000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_EXPRESSION_LENGTH)
            .maxParseExpressionNodeCount(2000)
            .maxParseRecursionDepth(64)
            .comprehensionMaxIterations(EvaluationBudget.ITERATIONS)
            .maxRegexProgramSize(2000)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    /** The environment: standard functions and macros, and of the string extension what can't make texts grow. */
    public CheckLanguage() {
        CelStringExtensions strings = CelExtensions.strings(Function.LOWER_ASCII, Function.UPPER_ASCII, Function.TRIM,
                Function.SUBSTRING, Function.INDEX_OF, Function.LAST_INDEX_OF, Function.CHAR_AT, Function.SPLIT);
        MapType document = MapType.create(SimpleType.STRING, SimpleType.DYN);
        compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(strings)
                .addVar("resource", document)
                .addVar("related", document)
                .addVar("params", document)
                .addVar("now", SimpleType.TIMESTAMP)
                .setResultType(SimpleType.BOOL)
                .build();
        runtime = CelRuntimeFactory.legacyCelRuntimeBuilder().setOptions(OPTIONS).addLibraries(strings).build();
    }

    /** A predicate from its source; throws {@link CheckDoesNotCompile} with the first problem. */
    public CompiledPredicate compile(String expression) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            return new CompiledPredicate(tree, References.in(tree), runtime.createProgram(tree));
        } catch (CelValidationException e) {
            throw refusal(e);
        } catch (CelEvaluationException e) {
            throw new CheckDoesNotCompile(1, 1, String.valueOf(e.getMessage()));
        }
    }

    private static CheckDoesNotCompile refusal(CelValidationException invalid) {
        if (invalid.getErrors().isEmpty()) {
            return new CheckDoesNotCompile(1, 1, String.valueOf(invalid.getMessage()));
        }
        CelIssue first = invalid.getErrors().getFirst();
        return new CheckDoesNotCompile(Math.max(1, first.getSourceLocation().getLine()),
                Math.max(1, first.getSourceLocation().getColumn() + 1), first.getMessage());
    }
}
