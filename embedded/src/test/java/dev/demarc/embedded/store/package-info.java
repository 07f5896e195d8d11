/** Tests of the store's inside. */
@NullMarked
package dev.demarc.embedded.store;

import org.jspecify.annotations.NullMarked;
