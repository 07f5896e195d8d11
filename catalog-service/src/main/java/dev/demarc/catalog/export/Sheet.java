package dev.demarc.catalog.export;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** A worksheet that is filled from the top; every cell is a text or a number, never a formula. */
final class Sheet {

    private static final int LONGEST = 32_767;
    private static final int ROWS_HELD = 200;
    private static final double LINE_HEIGHT = 13;
    /** Letters are narrower than the digits in which a column's width is counted. */
    private static final double CHARACTERS = 1.12;
    private static final double PADDING = 4;
    private static final double HIGHEST = 400;
    private static final String HEADER = "232F3E";
    private static final String LINE = "D5DBDB";

    private final Worksheet sheet;
    private final List<Integer> widths;
    private int row;

    /** With columns of these widths, in characters, printed on landscape paper on so many pages side by side. */
    Sheet(Worksheet sheet, List<Integer> widths, int pagesWide) {
        this.sheet = sheet;
        this.widths = List.copyOf(widths);
        for (int i = 0; i < widths.size(); i++) {
            sheet.width(i, widths.get(i));
        }
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A3_PAPER);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) pagesWide);
        sheet.fitToHeight((short) 0);
    }

    /** A header that stays in view and is printed on each page, and so does the first column. */
    Sheet header(List<String> titles) {
        for (int i = 0; i < titles.size(); i++) {
            sheet.value(0, i, titles.get(i));
            sheet.style(0, i).bold().fontColor("FFFFFF").fillColor(HEADER).wrapText(true)
                    .horizontalAlignment("left").verticalAlignment("center").set();
        }
        sheet.rowHeight(0, 2 * LINE_HEIGHT + PADDING);
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        sheet.repeatCols(0);
        row = 1;
        return this;
    }

    /** Ends a sheet with a header: its columns can be filtered. */
    void finishWithFilter(int columns) throws IOException {
        if (row > 1) {
            sheet.setAutoFilter(0, 0, row - 1, columns - 1);
        }
        finish();
    }

    /** Ends the sheet; the next one can't be written before. */
    void finish() throws IOException {
        sheet.finish();
    }

    /** Cells with a fill, {@code RRGGBB}, or none where it is empty. */
    void line(List<Cell> cells) throws IOException {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell.number() != null) {
                sheet.value(row, i, cell.number());
            } else if (!cell.text().isEmpty()) {
                sheet.inlineString(row, i, cut(cell.text()));
            }
            var style = sheet.style(row, i).wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN)
                    .borderColor(LINE);
            if (!cell.fill().isEmpty()) {
                style.fillColor(cell.fill());
            }
            if (cell.bold()) {
                style.bold();
            }
            style.set();
            lines = Math.max(lines, lines(cell.text(), (int) (widths.get(i) * CHARACTERS)));
        }
        sheet.rowHeight(row, Math.min(HIGHEST, lines * LINE_HEIGHT + PADDING));
        next();
    }

    /** As many as the words need at that width, near enough: a row has to be given its height, programs do not all find it. */
    private static int lines(String text, int width) {
        int lines = 0;
        for (String paragraph : text.split("\n", -1)) {
            lines++;
            int used = 0;
            for (String word : paragraph.split(" ", -1)) {
                if (used > 0 && used + word.length() > width) {
                    lines++;
                    used = 0;
                }
                lines += Math.max(0, (word.length() - 1) / width);
                used += word.length() + 1;
            }
        }
        return lines;
    }

    /** A heading of that size in points. */
    void title(String text, int size) throws IOException {
        sheet.inlineString(row, 0, cut(text));
        sheet.style(row, 0).bold().fontSize(size).set();
        sheet.rowHeight(row, size * 1.6);
        next();
    }

    void gap() throws IOException {
        next();
    }

    private void next() throws IOException {
        row++;
        if (row % ROWS_HELD == 0) {
            sheet.flush();
        }
    }

    /** A spreadsheet refuses a longer text. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
