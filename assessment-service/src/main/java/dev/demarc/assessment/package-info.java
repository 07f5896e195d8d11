/** Changes in, gaps out. */
@NullMarked
package dev.demarc.assessment;

import org.jspecify.annotations.NullMarked;
