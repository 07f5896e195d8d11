/** Subjects, their outcomes and gaps, and the rules between them: pure functions, no I/O, no clock. */
@NullMarked
package dev.demarc.assessment.model;

import org.jspecify.annotations.NullMarked;
