/** Stream functions and publishing. */
@NullMarked
package dev.demarc.assessment.messaging;

import org.jspecify.annotations.NullMarked;
