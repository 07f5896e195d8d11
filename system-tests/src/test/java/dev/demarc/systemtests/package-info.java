/** The packaged product as a user meets it: by the script, the command line, the API, its topics and its webhooks. */
@NullMarked
package dev.demarc.systemtests;

import org.jspecify.annotations.NullMarked;
