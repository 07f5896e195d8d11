/** The dashboard's files. */
@NullMarked
package dev.demarc.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
