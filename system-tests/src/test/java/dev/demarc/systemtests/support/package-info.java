/** What the tests need to start, call, kill and watch the product. */
@NullMarked
package dev.demarc.systemtests.support;

import org.jspecify.annotations.NullMarked;
