/** Tests. */
@NullMarked
package dev.demarc.standalone.cli;

import org.jspecify.annotations.NullMarked;
