/** The catalog over HTTP, as openapi.yaml has it. */
@NullMarked
package dev.demarc.catalog.web;

import org.jspecify.annotations.NullMarked;
