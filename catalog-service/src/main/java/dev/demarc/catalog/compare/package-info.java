/** What choosing one service, or one set of services, instead of another changes in the customer's duties. */
@NullMarked
package dev.demarc.catalog.compare;

import org.jspecify.annotations.NullMarked;
