/** Load runs against the embedded store over the real driver. */
@NullMarked
package dev.demarc.benchmarks.store;

import org.jspecify.annotations.NullMarked;
