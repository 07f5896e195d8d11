@NullMarked
package dev.demarc.platform.web;

import org.jspecify.annotations.NullMarked;
