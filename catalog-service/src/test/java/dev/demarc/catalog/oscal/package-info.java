@NullMarked
package dev.demarc.catalog.oscal;

import org.jspecify.annotations.NullMarked;
