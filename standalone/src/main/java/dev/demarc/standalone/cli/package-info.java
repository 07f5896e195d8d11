/** The command line. Talks HTTP to a Demarc that runs; only {@code up} and {@code demo} reach for the server. */
@NullMarked
package dev.demarc.standalone.cli;

import org.jspecify.annotations.NullMarked;
