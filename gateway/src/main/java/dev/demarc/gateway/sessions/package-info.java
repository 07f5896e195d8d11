/** Sessions of browsers: opening, recognising and closing them. */
@NullMarked
package dev.demarc.gateway.sessions;

import org.jspecify.annotations.NullMarked;
