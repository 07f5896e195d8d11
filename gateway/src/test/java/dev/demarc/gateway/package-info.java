@NullMarked
package dev.demarc.gateway;

import org.jspecify.annotations.NullMarked;
