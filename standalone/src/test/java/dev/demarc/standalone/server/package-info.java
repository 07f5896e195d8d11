/** Tests. */
@NullMarked
package dev.demarc.standalone.server;

import org.jspecify.annotations.NullMarked;
