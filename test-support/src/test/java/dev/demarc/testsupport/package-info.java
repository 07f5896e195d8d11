/** Tests. */
@NullMarked
package dev.demarc.testsupport;

import org.jspecify.annotations.NullMarked;
