/** The catalog as files and the engine that judges by it, against the bare parse of the same items. */
@NullMarked
package dev.demarc.benchmarks.catalog;

import org.jspecify.annotations.NullMarked;
