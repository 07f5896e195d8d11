package dev.demarc.catalog.authoring;

import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CaseFile.Case;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service model with the ids of its checks that are proven: a case of each outcome, and all of them pass. */
record ModelCoverage(
        ServiceModel model,
        Set<String> proven) {

    static ModelCoverage of(CheckLanguage language, SourceFile<ServiceModel> file,
            @Nullable SourceFile<CaseFile> cases) {
        if (cases == null) {
            return new ModelCoverage(file.content(), Set.of());
        }
        Set<String> proven = new HashSet<>();
        for (PlacedCheck placed : PlacedCheck.all(file.content())) {
            String id = placed.check().id();
            if (cases.content().cases().stream().filter(it -> it.check().equals(id)).map(Case::expect)
                    .collect(Collectors.toSet()).containsAll(CaseRules.NEEDED)) {
                proven.add(id);
            }
        }
        Cases.run(language, file.content(), cases).stream().filter(result -> !result.passed())
                .forEach(result -> proven.remove(result.subject()));
        return new ModelCoverage(file.content(), Set.copyOf(proven));
    }

    /** The requirements of a framework that a proven check names. */
    Set<String> checked(String framework) {
        return named(framework, PlacedCheck.all(model).stream().map(PlacedCheck::check)
                .filter(check -> proven.contains(check.id())));
    }

    /** The requirements of a framework that a check names or that the model says it can't check. */
    Set<String> accounted(String framework) {
        return Stream.concat(named(framework, PlacedCheck.all(model).stream().map(PlacedCheck::check)).stream(),
                model.unchecked().stream().filter(it -> it.framework().equals(framework))
                        .map(UncheckedRequirement::requirement))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(String framework, Stream<Check> checks) {
        return checks.flatMap(check -> check.frameworks().getOrDefault(framework, List.of()).stream())
                .collect(Collectors.toSet());
    }
}
