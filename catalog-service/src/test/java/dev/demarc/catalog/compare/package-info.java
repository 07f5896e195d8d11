@NullMarked
package dev.demarc.catalog.compare;

import org.jspecify.annotations.NullMarked;
