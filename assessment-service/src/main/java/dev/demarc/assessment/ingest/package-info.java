/** What the adapters of all cloud formats share: their result, strict bounded JSON, and redaction. */
@NullMarked
package dev.demarc.assessment.ingest;

import org.jspecify.annotations.NullMarked;
