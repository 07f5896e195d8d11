/** Service models and controls: read from files, checked, kept in versions, published. */
@NullMarked
package dev.demarc.catalog;

import org.jspecify.annotations.NullMarked;
