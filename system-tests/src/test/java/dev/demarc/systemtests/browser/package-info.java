/** The dashboard as people use it, in a real browser. */
@NullMarked
package dev.demarc.systemtests.browser;

import org.jspecify.annotations.NullMarked;
