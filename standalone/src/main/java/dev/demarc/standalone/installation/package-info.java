/** A data directory on this machine: where it is, who uses it, what runs on it. No Spring, so that commands start quickly. */
@NullMarked
package dev.demarc.standalone.installation;

import org.jspecify.annotations.NullMarked;
