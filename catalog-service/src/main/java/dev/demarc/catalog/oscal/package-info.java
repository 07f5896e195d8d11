/** Service models in NIST's OSCAL: component definitions, and the responsibility export of a leveraged system. Imports and other layouts would stand beside them. */
@NullMarked
package dev.demarc.catalog.oscal;

import org.jspecify.annotations.NullMarked;
