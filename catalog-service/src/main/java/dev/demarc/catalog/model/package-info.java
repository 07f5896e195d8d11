/** What makes a catalog right, and what is in force: pure rules on the contracts' records. */
@NullMarked
package dev.demarc.catalog.model;

import org.jspecify.annotations.NullMarked;
