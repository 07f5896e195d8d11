/** Use cases and the ports that they need. */
@NullMarked
package dev.demarc.assessment.application;

import org.jspecify.annotations.NullMarked;
