/** What the service does, and the ports that it needs; non-blocking throughout. */
@NullMarked
package dev.demarc.notification.application;

import org.jspecify.annotations.NullMarked;
