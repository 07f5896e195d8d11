@NullMarked
package dev.demarc.gateway.routes;

import org.jspecify.annotations.NullMarked;
