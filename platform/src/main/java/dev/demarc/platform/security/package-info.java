/** Who is calling: the internal token that the gateway mints and every service verifies, roles, and rules by path. */
@NullMarked
package dev.demarc.platform.security;

import org.jspecify.annotations.NullMarked;
