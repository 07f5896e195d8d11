/** Which path goes to which service, as whom, and what happens when the service is away. */
@NullMarked
package dev.demarc.gateway.routes;

import org.jspecify.annotations.NullMarked;
