package dev.demarc.catalog.authoring;

import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CaseFile.Case;
import dev.demarc.catalog.files.CaseFile.VariantCase;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckDoesNotCompile;
import dev.demarc.checks.CheckInput;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.checks.CheckVerdict;
import dev.demarc.checks.CompiledCheck;
import dev.demarc.checks.PredicateResult;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the cases of one service model. */
final class Cases {

    private final CheckLanguage language;
    private final ServiceModel model;
    private final SourceFile<CaseFile> file;
    private final Map<String, Check> checks;
    private final Map<String, CompiledCheck> compiled = new HashMap<>();

    private Cases(CheckLanguage language, ServiceModel model, SourceFile<CaseFile> file) {
        this.language = language;
        this.model = model;
        this.file = file;
        this.checks = PlacedCheck.all(model).stream().map(PlacedCheck::check)
                .collect(Collectors.toMap(Check::id, check -> check));
    }

    /** All of them, in the file's order. */
    static List<CaseResult> run(CheckLanguage language, ServiceModel model, SourceFile<CaseFile> file) {
        Cases cases = new Cases(language, model, file);
        List<CaseResult> results = new ArrayList<>();
        for (int i = 0; i < file.content().cases().size(); i++) {
            Case it = file.content().cases().get(i);
            results.add(cases.result("/cases/" + i, it.check(), it.name(), cases.problem(it)));
        }
        for (int i = 0; i < file.content().variants().size(); i++) {
            VariantCase it = file.content().variants().get(i);
            results.add(cases.result("/variants/" + i, it.control(), it.name(), cases.problem(it)));
        }
        return results;
    }

    private CaseResult result(String pointer, String subject, String name, @Nullable String problem) {
        int line = file.problem(new Finding(pointer, "")).line();
        return new CaseResult(file.name(), line, model.key(), subject, name, problem);
    }

    private @Nullable String problem(Case it) {
        Check check = checks.get(it.check());
        if (check == null) {
            return model.key() + " has no check '" + it.check() + "'";
        }
        String type = check.resourceTypes().isEmpty()
                ? model.resourceTypes().getFirst()
                : check.resourceTypes().getFirst();
        CheckVerdict verdict;
        try {
            verdict = compiled.computeIfAbsent(check.id(), _ -> CompiledCheck.of(language, check))
                    .evaluate(it.given().input(type, check));
        } catch (CheckDoesNotCompile e) {
            return "the check does not compile: " + e.getMessage();
        }
        boolean asExpected = verdict.outcome() == it.expect()
                && (it.reason() == null || it.reason() == verdict.reason());
        return asExpected
                ? null
                : "expected " + words(it.expect(), it.reason()) + ", got " + words(verdict.outcome(),
                        verdict.reason()) + (verdict.detail() == null ? "" : " (" + verdict.detail() + ")");
    }

    private static String words(Enum<?> outcome, @Nullable Enum<?> reason) {
        return Words.of(outcome) + (reason == null ? "" : " for " + Words.of(reason));
    }

    private @Nullable String problem(VariantCase it) {
        Optional<Responsibility> cell = model.responsibilities().stream()
                .filter(one -> one.control().equals(it.control())).findFirst();
        if (cell.isEmpty()) {
            return model.key() + " has no cell of '" + it.control() + "'";
        }
        CheckInput input = it.given().input(model.resourceTypes().getFirst(), null);
        String chosen;
        try {
            chosen = chosen(cell.get().variants(), input);
        } catch (CheckDoesNotCompile e) {
            return "the variant's when does not compile: " + e.getMessage();
        }
        return chosen.equals(it.expect()) ? null : "expected the variant '" + it.expect() + "', got '" + chosen + "'";
    }

    private String chosen(List<Variant> variants, CheckInput input) {
        for (Variant variant : variants) {
            PredicateResult applies = language.compile(variant.when()).evaluate(input);
            if (!applies.isFalse()) {
                return applies.isTrue() ? variant.name() : "unknown";
            }
        }
        return "none";
    }
}
