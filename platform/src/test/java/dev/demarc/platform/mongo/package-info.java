/** Tests. */
@NullMarked
package dev.demarc.platform.mongo;

import org.jspecify.annotations.NullMarked;
