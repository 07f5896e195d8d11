/** What a module's integration tests run on. */
@NullMarked
package dev.demarc.testsupport;

import org.jspecify.annotations.NullMarked;
