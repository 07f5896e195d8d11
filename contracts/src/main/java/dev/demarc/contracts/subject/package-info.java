/** What a control is about, and the state in which a change shows it. */
@NullMarked
package dev.demarc.contracts.subject;

import org.jspecify.annotations.NullMarked;
