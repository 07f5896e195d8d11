/** The HTTP side: endpoints and deliveries, as {@code openapi.yaml} has them. */
@NullMarked
package dev.demarc.notification.web;

import org.jspecify.annotations.NullMarked;
