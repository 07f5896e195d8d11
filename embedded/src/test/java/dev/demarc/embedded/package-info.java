/** Tests of the broker and the store as their clients meet them. */
@NullMarked
package dev.demarc.embedded;

import org.jspecify.annotations.NullMarked;
