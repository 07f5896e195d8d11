@NullMarked
package dev.demarc.catalog.publishing;

import org.jspecify.annotations.NullMarked;
