@NullMarked
package dev.demarc.gateway.keys.model;

import org.jspecify.annotations.NullMarked;
