package dev.demarc.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.demarc.benchmarks.catalog.CatalogBenchmark;
import dev.demarc.benchmarks.pipeline.PipelineBenchmark;
import dev.demarc.benchmarks.pipeline.PublishBenchmark;
import dev.demarc.benchmarks.store.StoreBenchmark;

/** Runs the benchmark that the first argument names. */
public final class Benchmarks {

    private static final Map<String, Benchmark> BY_NAME = new TreeMap<>(
            Map.of("store", new StoreBenchmark(), "pipeline", new PipelineBenchmark(), "catalog",
                    new CatalogBenchmark(), "publish", new PublishBenchmark()));

    private Benchmarks() {}

    /** Exit code 2 with the list of names where the first argument is none of them. */
    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = arguments.length == 0 ? null : BY_NAME.get(arguments[0]);
        if (benchmark == null) {
            System.err.println("Which benchmark? One of " + BY_NAME.keySet() + ", then its own arguments.");
            System.exit(2);
            return;
        }
        benchmark.run(List.copyOf(Arrays.asList(arguments).subList(1, arguments.length)));
    }
}
