@NullMarked
package dev.demarc.platform.security;

import org.jspecify.annotations.NullMarked;
