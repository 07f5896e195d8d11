/** Tests. */
@NullMarked
package dev.demarc.platform.runtime;

import org.jspecify.annotations.NullMarked;
