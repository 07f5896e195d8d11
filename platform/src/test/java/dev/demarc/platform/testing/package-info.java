/** Tests. */
@NullMarked
package dev.demarc.platform.testing;

import org.jspecify.annotations.NullMarked;
