/** The whole assessment path beside a bare loop that does the same input and output. */
@NullMarked
package dev.demarc.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
