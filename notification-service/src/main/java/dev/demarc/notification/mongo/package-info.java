/** The application's stores on MongoDB's reactive driver, with commands that the embedded store has too. */
@NullMarked
package dev.demarc.notification.mongo;

import org.jspecify.annotations.NullMarked;
