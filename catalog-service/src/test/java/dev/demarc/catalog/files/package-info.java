@NullMarked
package dev.demarc.catalog.files;

import org.jspecify.annotations.NullMarked;
