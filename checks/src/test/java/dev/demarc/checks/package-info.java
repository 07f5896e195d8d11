@NullMarked
package dev.demarc.checks;

import org.jspecify.annotations.NullMarked;
