/** What the other packages stand on: which failures pass by themselves, and how to wait for that. */
@NullMarked
package dev.demarc.platform.runtime;

import org.jspecify.annotations.NullMarked;
