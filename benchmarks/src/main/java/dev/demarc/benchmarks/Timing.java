package dev.demarc.benchmarks;

import java.util.Arrays;

/** Durations of single calls, in nanoseconds. */
public final class Timing {

    private final long[] nanos;
    private int count;

    /** Room for this many calls. */
    public Timing(int calls) {
        nanos = new long[calls];
    }

    /** Runs and times one call. */
    public void time(Runnable call) {
        long start = System.nanoTime();
        call.run();
        since(start);
    }

    /** Ends one call that began at this {@link System#nanoTime}. */
    public void since(long start) {
        nanos[count++] = System.nanoTime() - start;
    }

    /** The mean in milliseconds. */
    public double mean() {
        return Arrays.stream(nanos, 0, count).average().orElse(0) / 1e6;
    }

    /** A quantile (0 to 1) in milliseconds. */
    public double quantile(double q) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return count == 0 ? 0 : sorted[(int) Math.min(count - 1L, (long) (q * count))] / 1e6;
    }

    @Override
    public String toString() {
        return "mean %.2f ms, p50 %.2f, p99 %.2f (%d calls)".formatted(mean(), quantile(0.5), quantile(0.99), count);
    }
}
