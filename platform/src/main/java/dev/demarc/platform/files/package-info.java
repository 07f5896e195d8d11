/** Files in formats that every service writes alike. */
@NullMarked
package dev.demarc.platform.files;

import org.jspecify.annotations.NullMarked;
