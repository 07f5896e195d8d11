/** What a session is: its token, its keyed hash, its life. */
@NullMarked
package dev.demarc.gateway.sessions.model;

import org.jspecify.annotations.NullMarked;
