/** Tests. */
@NullMarked
package dev.demarc.platform.deadletters;

import org.jspecify.annotations.NullMarked;
