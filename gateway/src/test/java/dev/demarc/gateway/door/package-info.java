@NullMarked
package dev.demarc.gateway.door;

import org.jspecify.annotations.NullMarked;
