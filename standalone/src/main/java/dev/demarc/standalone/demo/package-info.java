/** The demo: an online shop on AWS, a few changes, and a receiver of webhooks. */
@NullMarked
package dev.demarc.standalone.demo;

import org.jspecify.annotations.NullMarked;
