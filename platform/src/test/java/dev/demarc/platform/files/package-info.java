@NullMarked
package dev.demarc.platform.files;

import org.jspecify.annotations.NullMarked;
