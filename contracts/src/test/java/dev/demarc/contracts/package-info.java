@NullMarked
package dev.demarc.contracts;

import org.jspecify.annotations.NullMarked;
