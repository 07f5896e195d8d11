@NullMarked
package dev.demarc.assessment.web;

import org.jspecify.annotations.NullMarked;
