/** What changes between two versions of a service model, told in duties: who must do what that he had not to, and the other way round. */
@NullMarked
package dev.demarc.catalog.model.diff;

import org.jspecify.annotations.NullMarked;
