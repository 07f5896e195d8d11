/** What the services say to each other; depends on nothing else of Demarc's. */
@NullMarked
package dev.demarc.contracts;

import org.jspecify.annotations.NullMarked;
