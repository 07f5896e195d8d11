/** Endpoints, deliveries, routing and baseline summaries as pure values and functions. */
@NullMarked
package dev.demarc.notification.model;

import org.jspecify.annotations.NullMarked;
