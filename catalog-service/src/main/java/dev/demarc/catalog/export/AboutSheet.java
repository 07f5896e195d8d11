package dev.demarc.catalog.export;

import dev.demarc.catalog.model.Framework;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Category;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** What was asked for, from which versions it was made, and how to read it. */
final class AboutSheet {

    private static final List<Integer> WIDTHS = List.of(28, 70, 9, 68, 26);

    private AboutSheet() {}

    static void write(Worksheet worksheet, Selection selection, List<PublishedVersion> versions,
            @Nullable FrameworkRows framework, Instant madeAt) throws IOException {
        Sheet sheet = new Sheet(worksheet, WIDTHS, 1);
        sheet.title("Shared responsibility matrix", 16);
        pair(sheet, "Selection", selection.text());
        pair(sheet, "Made", madeAt.toString());
        pair(sheet, "Models last published", versions.stream().map(version -> version.entry().publishedAt())
                .max(Instant::compareTo).map(Instant::toString).orElse("no service model is selected"));
        if (framework != null) {
            framework(sheet, framework);
        }
        sheet.gap();
        sheet.title("How to read it", 12);
        legend(sheet);
        sheet.gap();
        sheet.title("Service models", 12);
        sheet.line(List.of(Cell.bold("Service model"), Cell.bold("Name"), Cell.bold("Version"),
                Cell.bold("Digest (SHA-256)"), Cell.bold("Published")));
        for (PublishedVersion version : versions) {
            sheet.line(List.of(Cell.of(version.entry().key()), Cell.of(version.model().name()),
                    Cell.of(version.entry().version()), Cell.of(version.entry().digest()),
                    Cell.of(version.entry().publishedAt().toString())));
        }
        sheet.finish();
    }

    private static void framework(Sheet sheet, FrameworkRows framework) throws IOException {
        Framework list = framework.list();
        pair(sheet, "Framework", list == null ? framework.id() : list.title() + ", " + list.version());
        pair(sheet, "Its requirements", list == null
                ? "Only those that a control or check is mapped to; Demarc has no list of the others."
                : "All, from " + list.source() + " (" + list.licence() + ")");
        for (Coverage coverage : Coverage.values()) {
            sheet.line(List.of(Cell.bold("Requirements " + coverage.word()), Cell.of(framework.count(coverage))
                    .filled(Cell.colour(coverage))));
        }
    }

    private static void legend(Sheet sheet) throws IOException {
        pair(sheet, "Layout", "Columns as in the CSA CAIQ v4, then Demarc's own. The questions are Demarc's controls "
                + "or the framework's requirements, not those of the CSA.");
        pair(sheet, "CSP CAIQ Answer", "Yes: the provider has a part, and says that it does it. NA: it has none. "
                + "Empty: no service model answers the question.");
        pair(sheet, "SSRM Control Ownership",
                "In CAIQ's words; the column Ownership also tells apart shared parts that "
                        + "stand by themselves (shared-independent) from those that need each other (shared-dependent).");
        pair(sheet, "Variant",
                "A line with a variant holds for those resources alone, in place of the line before it.");
        pair(sheet, "Coverage", "attestation: no configuration record shows it, so that somebody's word has to; "
                + "Why Not Seen gives the reason. not-applicable: there is nothing to do where it is answered.");
        for (Category category : Arrays.asList(Category.values())) {
            sheet.line(List.of(Cell.bold("Colour of " + category.word()), Cell.of(meaning(category))
                    .filled(Cell.colour(category))));
        }
    }

    private static String meaning(Category category) {
        return switch (category) {
            case INHERITED -> "The provider answers for it, alone or with a third party.";
            case SHARED -> "Provider and customer each have a part.";
            case CUSTOMER_SPECIFIC -> "The customer answers for it.";
            case NOT_APPLICABLE -> "There is nothing to do.";
        };
    }

    private static void pair(Sheet sheet, String name, String value) throws IOException {
        sheet.line(List.of(Cell.bold(name), Cell.of(value)));
    }
}
