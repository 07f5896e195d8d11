/** What people who write service models use, without a running Demarc: lint, cases, coverage. */
@NullMarked
package dev.demarc.catalog.authoring;

import org.jspecify.annotations.NullMarked;
