@NullMarked
package dev.demarc.catalog;

import org.jspecify.annotations.NullMarked;
