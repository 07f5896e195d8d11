/** Tests. */
@NullMarked
package dev.demarc.standalone.installation;

import org.jspecify.annotations.NullMarked;
