/** The ports on the reactive driver. */
@NullMarked
package dev.demarc.assessment.mongo;

import org.jspecify.annotations.NullMarked;
