/** Broker, store and the four services in one JVM: started together, stopped in order. */
@NullMarked
package dev.demarc.standalone.server;

import org.jspecify.annotations.NullMarked;
