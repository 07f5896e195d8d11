package dev.demarc.benchmarks.pipeline;

import dev.demarc.benchmarks.Benchmark;
import dev.demarc.platform.events.Bindings;
import java.util.List;

/**
 * Items per second of the whole assessment path and, on the same broker and store, of a bare loop that polls and parses
 * the same records, does the same finds, replaces and clears, and produces the same events; and their ratio.
 */
public final class PipelineBenchmark implements Benchmark {

    private static final int WARM_UP = 5_000;
    private static final int ITEMS = 20_000;

    @Override
    public void run(List<String> arguments) throws Exception {
        int items = arguments.isEmpty() ? ITEMS : Integer.parseInt(arguments.getFirst());
        try (Services services = Services.start()) {
            measure(new Changes(services.brokers()), services.assessment().getBean(Bindings.class), services.brokers(),
                    services.uri(), items);
        }
    }

    private static void measure(Changes changes, Bindings bindings, String brokers, String uri, int items)
            throws Exception {
        bindings.stop("gapViews");
        bindings.stop("outcomeViews");
        changes.produce(0, WARM_UP);
        changes.awaitConsumed();
        bindings.stop("changes");
        changes.produce(WARM_UP, items);
        long start = System.nanoTime();
        bindings.start("changes");
        changes.awaitConsumed();
        double whole = items / seconds(start);
        System.out.printf("whole assessment path  %,8.0f items/s  (%,d items)%n", whole, items);

        try (BareLoop bare = new BareLoop(brokers, uri)) {
            bare.run(WARM_UP);
            start = System.nanoTime();
            bare.run(items);
            double loop = items / seconds(start);
            System.out.printf("bare loop              %,8.0f items/s  (the same records, documents and events)%n",
                    loop);
            System.out.printf("ratio                  %8.2f%n", whole / loop);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
