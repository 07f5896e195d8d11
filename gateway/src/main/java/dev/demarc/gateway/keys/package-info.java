/** API keys: making, listing, revoking and recognising them. */
@NullMarked
package dev.demarc.gateway.keys;

import org.jspecify.annotations.NullMarked;
