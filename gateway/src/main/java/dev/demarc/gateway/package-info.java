/** The one door: who is let in, how often, and to which service. */
@NullMarked
package dev.demarc.gateway;

import org.jspecify.annotations.NullMarked;
