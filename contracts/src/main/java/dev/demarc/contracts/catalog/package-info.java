/** Service models, controls, responsibilities and checks, as the catalog publishes them. */
@NullMarked
package dev.demarc.contracts.catalog;

import org.jspecify.annotations.NullMarked;
