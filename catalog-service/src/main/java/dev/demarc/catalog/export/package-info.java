/** The matrix for auditors: answers in the layout of the CSA CAIQ v4, as CSV and as a workbook. */
@NullMarked
package dev.demarc.catalog.export;

import org.jspecify.annotations.NullMarked;
