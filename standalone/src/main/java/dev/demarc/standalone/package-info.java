/** The one program: everything in one JVM, and the command line that talks to it. */
@NullMarked
package dev.demarc.standalone;

import org.jspecify.annotations.NullMarked;
