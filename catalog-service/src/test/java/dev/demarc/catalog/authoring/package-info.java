@NullMarked
package dev.demarc.catalog.authoring;

import org.jspecify.annotations.NullMarked;
