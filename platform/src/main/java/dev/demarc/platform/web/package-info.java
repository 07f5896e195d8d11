/** What every HTTP side has in common: problem details, cursors, pages, revisions, the bound on bodies. */
@NullMarked
package dev.demarc.platform.web;

import org.jspecify.annotations.NullMarked;
