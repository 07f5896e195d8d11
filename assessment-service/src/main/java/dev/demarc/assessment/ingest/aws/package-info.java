/** AWS Config in every form it is delivered, recorded or asked for in, turned into changes of subjects. */
@NullMarked
package dev.demarc.assessment.ingest.aws;

import org.jspecify.annotations.NullMarked;
