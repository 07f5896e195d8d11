/** Gaps in, deliveries out. */
@NullMarked
package dev.demarc.notification;

import org.jspecify.annotations.NullMarked;
