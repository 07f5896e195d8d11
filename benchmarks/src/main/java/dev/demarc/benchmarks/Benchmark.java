package dev.demarc.benchmarks;

import java.util.List;

/** One load run: measures, prints each figure beside its baseline from the same run, and leaves nothing behind. */
@FunctionalInterface
public interface Benchmark {

    /** Runs with the arguments that followed the name. */
    void run(List<String> arguments) throws Exception;
}
