/** Gaps as they come over the topic. */
@NullMarked
package dev.demarc.notification.messaging;

import org.jspecify.annotations.NullMarked;
