/** What stands in front of every request: the key, the roles, the limits. */
@NullMarked
package dev.demarc.gateway.door;

import org.jspecify.annotations.NullMarked;
