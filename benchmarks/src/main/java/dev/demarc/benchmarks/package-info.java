/** The entry point of all load runs; each run is chosen by its name. */
@NullMarked
package dev.demarc.benchmarks;

import org.jspecify.annotations.NullMarked;
