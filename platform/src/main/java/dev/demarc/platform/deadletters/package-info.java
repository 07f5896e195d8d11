/** Dead letters: a projection of the service's dead-letter topic that people list, inspect, replay and purge. */
@NullMarked
package dev.demarc.platform.deadletters;

import org.jspecify.annotations.NullMarked;
