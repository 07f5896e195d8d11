@NullMarked
package dev.demarc.catalog.model.diff;

import org.jspecify.annotations.NullMarked;
