/** What an API key is: its text, its checksum, its keyed hash, its life. */
@NullMarked
package dev.demarc.gateway.keys.model;

import org.jspecify.annotations.NullMarked;
