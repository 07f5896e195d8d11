/** A gap as its events carry it. */
@NullMarked
package dev.demarc.contracts.gap;

import org.jspecify.annotations.NullMarked;
