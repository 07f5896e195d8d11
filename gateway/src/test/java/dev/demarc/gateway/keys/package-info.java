@NullMarked
package dev.demarc.gateway.keys;

import org.jspecify.annotations.NullMarked;
