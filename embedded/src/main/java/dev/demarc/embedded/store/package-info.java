/** The store's inside: BSON in an MVStore file, ordered indexes, a planner that uses them, and shared commits. */
@NullMarked
package dev.demarc.embedded.store;

import org.jspecify.annotations.NullMarked;
