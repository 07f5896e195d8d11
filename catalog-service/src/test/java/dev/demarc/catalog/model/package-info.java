@NullMarked
package dev.demarc.catalog.model;

import org.jspecify.annotations.NullMarked;
