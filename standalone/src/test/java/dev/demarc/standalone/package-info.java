/** Tests. */
@NullMarked
package dev.demarc.standalone;

import org.jspecify.annotations.NullMarked;
