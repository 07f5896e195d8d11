/** The store's client, the bridge from its publishers to threads that may block, and indexes. */
@NullMarked
package dev.demarc.platform.mongo;

import org.jspecify.annotations.NullMarked;
