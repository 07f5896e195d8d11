/** A KRaft broker and a MongoDB-wire store that run inside the JVM and keep their data in a directory. */
@NullMarked
package dev.demarc.embedded;

import org.jspecify.annotations.NullMarked;
