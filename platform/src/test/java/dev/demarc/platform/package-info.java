/** Tests of the module as a whole. */
@NullMarked
package dev.demarc.platform;

import org.jspecify.annotations.NullMarked;
