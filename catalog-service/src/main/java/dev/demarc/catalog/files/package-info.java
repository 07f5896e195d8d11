/** The catalog as files that people write: YAML, its schemas, and errors that name file, line and place. */
@NullMarked
package dev.demarc.catalog.files;

import org.jspecify.annotations.NullMarked;
