/** The events, one record each; the envelope around them is CloudEvents. */
@NullMarked
package dev.demarc.contracts.event;

import org.jspecify.annotations.NullMarked;
