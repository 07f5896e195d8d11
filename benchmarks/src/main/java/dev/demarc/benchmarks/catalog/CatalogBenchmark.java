package dev.demarc.benchmarks.catalog;

import dev.demarc.assessment.application.CompiledModel;
import dev.demarc.assessment.application.Engine;
import dev.demarc.assessment.application.Models;
import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.aws.AwsConfigAdapter;
import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.ContextSnapshot;
import dev.demarc.assessment.model.Subject;
import dev.demarc.benchmarks.Benchmark;
import dev.demarc.catalog.authoring.CatalogLint;
import dev.demarc.catalog.authoring.CatalogTest;
import dev.demarc.catalog.authoring.TestReport;
import dev.demarc.catalog.files.CatalogFiles;
import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.checks.CheckInput;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.checks.CompiledCheck;
import dev.demarc.checks.SubjectDocument;
import dev.demarc.contracts.ContractJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Lint and compile of the bundled catalog, and what judging costs beside the bare Jackson parse of the same items (rounds and a folder of items can be given). */
public final class CatalogBenchmark implements Benchmark {

    private static final int SAMPLES = 7;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final CheckLanguage language = new CheckLanguage();
    private long kept;

    @Override
    public void run(List<String> arguments) {
        int rounds = arguments.isEmpty() ? 20_000 : Integer.parseInt(arguments.getFirst());
        long start = System.nanoTime();
        BundledCatalog catalog = CatalogFiles.load("classpath*:catalog/", new ModelRules(language));
        long checks = catalog.models().stream().mapToLong(model -> PlacedCheck.all(model).size()).sum();
        System.out.printf("load and validate %d service models with %d checks, the first time: %,.0f ms%n",
                catalog.models().size(), checks, (System.nanoTime() - start) / 1e6);
        catalog(catalog, checks);
        List<Item> items = (arguments.size() < 2 ? Item.samples() : Item.below(Path.of(arguments.get(1)))).stream()
                .filter(item -> !checks(catalog, item.subject()).isEmpty()).toList();
        engine(catalog, items, rounds);
    }

    private void catalog(BundledCatalog catalog, long checks) {
        CatalogFolder folder = CatalogFolder.bundled();
        double compile = fastest(3, () -> models(catalog).revision());
        double lint = fastest(3, () -> CatalogLint.lint(CatalogFolder.bundled(), null).problems().size());
        TestReport report = CatalogTest.run(folder);
        double test = fastest(3, () -> CatalogTest.run(folder).results().size());
        System.out.printf("compile all of it as the engine does: %,.0f ms, %.2f ms a check%n", compile / 1e6,
                compile / 1e6 / checks);
        System.out.printf("lint, files read anew: %,.0f ms%n", lint / 1e6);
        System.out.printf("run its %,d cases: %,.0f ms%n", report.results().size(), test / 1e6);
    }

    private Models models(BundledCatalog catalog) {
        Map<String, CompiledModel> compiled = new HashMap<>();
        catalog.models().forEach(model -> compiled.put(model.key(), CompiledModel.of(language, model)));
        return new Models(1, compiled);
    }

    private void engine(BundledCatalog catalog, List<Item> items, int rounds) {
        Engine.Inputs inputs = new Engine.Inputs(models(catalog), ContextSnapshot.empty(), _ -> null,
                AccountFacts.NONE, NOW);
        AwsConfigAdapter adapter = new AwsConfigAdapter();
        IngestContext context = new IngestContext(NOW, "/demarc/benchmarks");
        List<Judging> judging = new ArrayList<>();
        items.forEach(item -> judging.add(new Judging(item.subject(), input(item.subject()),
                checks(catalog, item.subject()))));
        double parse = each(items, rounds, item -> ContractJson.mapper().readValue(item.json(), Object.class));
        double normalise = each(items, rounds, item -> adapter.read(item.json(), context));
        double cel = each(judging, rounds, it -> it.checks().stream().map(check -> check.evaluate(it.input()))
                .toList());
        double judge = each(items, rounds, item -> Engine.judge(item.subject(), inputs));
        double all = each(items, rounds, item -> adapter.read(item.json(), context).events().size()
                + Engine.judge(item.subject(), inputs).outcomes().size());
        System.out.printf(
                "%n%d items of types with checks, %,.0f bytes and %.1f checks each on average; µs of processor time an item, the fastest of %d samples%n",
                items.size(), items.stream().mapToInt(item -> item.json().length).average().orElse(0),
                judging.stream().mapToInt(it -> it.checks().size()).average().orElse(0), SAMPLES);
        row("Jackson parse alone", parse, parse);
        row("parse, normalise, redact", normalise, parse);
        row("checks in CEL, with observed values", cel, parse);
        row("the engine's judgement: variants, checks, outcomes, gaps", judge, parse);
        row("bytes to judgement", all, parse);
        handWritten(judging, rounds, parse);
    }

    private void handWritten(List<Judging> judging, int rounds, double parse) {
        System.out.printf("%nchecks that are also written by hand%n");
        HandWritten.PREDICATES.forEach((id, predicate) -> judging.forEach(it -> it.checks().stream()
                .filter(check -> check.check().id().equals(id)).forEach(check -> {
                    double cel = each(List.of(it), rounds, _ -> check.evaluate(it.input()));
                    double java = each(List.of(it), rounds, _ -> predicate.test(it.input().resource()));
                    System.out.printf("  %-32s CEL %.2f µs, by hand %.3f µs, CEL / parse %.2f%n", id, cel / 1e3,
                            java / 1e3, cel / parse);
                })));
    }

    private record Judging(
            Subject subject,
            CheckInput input,
            List<CompiledCheck> checks) {}

    private static CheckInput input(Subject subject) {
        return new CheckInput(SubjectDocument.of(subject.ref(), subject.known().tags(), subject.known().createdAt(),
                subject.known().state()), Map.of(), NOW);
    }

    private List<CompiledCheck> checks(BundledCatalog catalog, Subject subject) {
        String type = subject.ref().type();
        return catalog.models().stream().filter(model -> model.resourceTypes().contains(type))
                .flatMap(model -> PlacedCheck.all(model).stream()).map(PlacedCheck::check)
                .filter(check -> check.appliesTo(type)).map(check -> CompiledCheck.of(language, check)).toList();
    }

    private static void row(String what, double nanos, double parse) {
        System.out.printf("  %-58s %7.2f µs  %5.2f × parse%n", what, nanos / 1e3, nanos / parse);
    }

    /** Nanoseconds of processor time an item, of the fastest sample; what else the machine does counts little. */
    private <T> double each(List<T> items, int rounds, Function<T, Object> work) {
        return fastest(SAMPLES, THREADS::getCurrentThreadCpuTime, () -> {
            int found = 0;
            for (int i = 0; i < rounds; i++) {
                for (T item : items) {
                    found += System.identityHashCode(work.apply(item)) & 1;
                }
            }
            return found;
        }) / rounds / items.size();
    }

    private double fastest(int samples, Supplier<? extends Number> work) {
        return fastest(samples, System::nanoTime, work);
    }

    private double fastest(int samples, LongSupplier clock, Supplier<? extends Number> work) {
        double[] nanos = new double[samples];
        for (int i = 0; i < samples; i++) {
            long start = clock.getAsLong();
            kept += work.get().longValue();
            nanos[i] = clock.getAsLong() - start;
        }
        if (kept == Long.MIN_VALUE) {
            System.out.println(kept);
        }
        return Arrays.stream(nanos).min().orElse(0);
    }
}
