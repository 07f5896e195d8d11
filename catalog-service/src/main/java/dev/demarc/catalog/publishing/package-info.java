/** Versions in the store and on the topic, and what is in force. */
@NullMarked
package dev.demarc.catalog.publishing;

import org.jspecify.annotations.NullMarked;
