/** Sessions in the store. */
@NullMarked
package dev.demarc.gateway.sessions.mongo;

import org.jspecify.annotations.NullMarked;
