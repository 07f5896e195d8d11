/** Whether everything is up. */
@NullMarked
package dev.demarc.gateway.health;

import org.jspecify.annotations.NullMarked;
