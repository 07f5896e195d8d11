/** Tests. */
@NullMarked
package dev.demarc.platform.events;

import org.jspecify.annotations.NullMarked;
