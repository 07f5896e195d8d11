package dev.demarc.catalog.authoring;

import dev.demarc.catalog.authoring.Coverage.Group;
import dev.demarc.catalog.authoring.Coverage.SecurityHub;
import dev.demarc.catalog.authoring.Coverage.Service;
import dev.demarc.catalog.authoring.Coverage.Total;
import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what the service models of a folder cover, with Security Hub's controls as the measure for AWS. */
public final class CatalogCoverage {

    private static final Set<Ownership> CUSTOMER = Set.of(Ownership.CSC_OWNED, Ownership.SHARED_INDEPENDENT,
            Ownership.SHARED_DEPENDENT);

    private final CheckLanguage language = new CheckLanguage();
    private final CatalogFolder folder;

    private CatalogCoverage(CatalogFolder folder) {
        this.folder = folder;
    }

    /** The same for the files below a directory, or where there is none for the catalog that comes with the program. */
    public static Coverage of(@Nullable Path directory) {
        return of(directory == null ? CatalogFolder.bundled() : CatalogFolder.read(directory));
    }

    /** Counts; runs the cases, since a check counts as proven by them alone. */
    public static Coverage of(CatalogFolder folder) {
        return new CatalogCoverage(folder).coverage();
    }

    private Coverage coverage() {
        Map<String, SourceFile<CaseFile>> cases = folder.cases().stream()
                .collect(Collectors.toMap(SourceFile::name, file -> file));
        List<ModelCoverage> models = folder.models().stream()
                .map(model -> ModelCoverage.of(language, model, cases.get(CatalogFolder.casesOf(model))))
                .sorted(Comparator.comparing(model -> model.model().key())).toList();
        SecurityHubCoverage hub = new SecurityHubCoverage(FrameworkFiles.bundled(), models);
        List<Service> services = models.stream().map(model -> service(model, hub.of(model))).toList();
        List<Group> groups = hub.groups();
        return new Coverage(services, groups, total(services, groups, models));
    }

    private static Service service(ModelCoverage coverage, SecurityHub hub) {
        ServiceModel model = coverage.model();
        Map<Ownership, Integer> cells = new EnumMap<>(Ownership.class);
        model.responsibilities().forEach(cell -> cells.merge(cell.ownership(), 1, Integer::sum));
        return new Service(model.key(), model.version(),
                (int) model.responsibilities().stream().map(Responsibility::control).distinct().count(), cells,
                (int) model.responsibilities().stream().filter(cell -> CUSTOMER.contains(cell.ownership())
                        && cell.observability() == Observability.ATTESTATION).count(),
                PlacedCheck.all(model).size(), coverage.proven().size(), hub);
    }

    private static Total total(List<Service> services, List<Group> groups, List<ModelCoverage> models) {
        Set<String> controls = models.stream().flatMap(it -> it.model().responsibilities().stream())
                .map(Responsibility::control).collect(Collectors.toCollection(HashSet::new));
        List<SecurityHub> changes = groups.stream().map(Group::changeTriggered).toList();
        List<SecurityHub> periodic = groups.stream().map(Group::periodic).toList();
        return new Total(services.size(), controls.size(),
                services.stream().flatMap(it -> it.cells().values().stream()).mapToInt(Integer::intValue).sum(),
                services.stream().mapToInt(Service::attestationOnly).sum(),
                services.stream().mapToInt(Service::checks).sum(), services.stream().mapToInt(Service::proven).sum(),
                sum(changes.stream().map(SecurityHub::existing)), sum(changes.stream().map(SecurityHub::accounted)),
                sum(changes.stream().map(SecurityHub::checked)), sum(periodic.stream().map(SecurityHub::existing)),
                sum(periodic.stream().map(SecurityHub::accounted)), sum(periodic.stream().map(SecurityHub::checked)));
    }

    private static int sum(Stream<Integer> numbers) {
        return numbers.mapToInt(Integer::intValue).sum();
    }
}
