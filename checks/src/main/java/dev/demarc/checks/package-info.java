/** The check language: CEL predicates on subjects, bounded in what they may cost, three-valued in what they answer. */
@NullMarked
package dev.demarc.checks;

import org.jspecify.annotations.NullMarked;
