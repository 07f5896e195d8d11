/** Demarc's API from outside, and how its values are shown. No Spring, so that commands start quickly. */
@NullMarked
package dev.demarc.standalone.client;

import org.jspecify.annotations.NullMarked;
