/** Tests. */
@NullMarked
package dev.demarc.standalone.demo;

import org.jspecify.annotations.NullMarked;
