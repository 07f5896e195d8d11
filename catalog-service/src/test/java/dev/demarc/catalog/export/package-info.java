@NullMarked
package dev.demarc.catalog.export;

import org.jspecify.annotations.NullMarked;
