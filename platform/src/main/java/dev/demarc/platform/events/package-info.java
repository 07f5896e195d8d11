/** Events in and out: one publisher, batch consumers that tell poison from outages, compacted topics, topics. */
@NullMarked
package dev.demarc.platform.events;

import org.jspecify.annotations.NullMarked;
