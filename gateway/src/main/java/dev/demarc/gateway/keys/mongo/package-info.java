/** API keys in the store. */
@NullMarked
package dev.demarc.gateway.keys.mongo;

import org.jspecify.annotations.NullMarked;
