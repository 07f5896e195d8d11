/** The webhook channel: which addresses may be reached, signatures, secrets at rest, and the loop that sends what is due. */
@NullMarked
package dev.demarc.notification.delivery;

import org.jspecify.annotations.NullMarked;
