package dev.demarc.catalog.web;

import dev.demarc.catalog.model.diff.ChangeKind;
import dev.demarc.catalog.model.diff.CheckChange;
import dev.demarc.catalog.model.diff.DutyChange;
import dev.demarc.catalog.model.diff.FieldChange;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A diff as one HTML file that needs nothing else and runs nothing; every text in it is escaped. */
final class DiffPage {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:1px solid #8888}
            article{margin:1.25rem 0}h3{font-size:1.05rem;margin:0}p{margin:.25rem 0}
            code,pre{font:.875rem/1.45 ui-monospace,monospace}
            table{border-collapse:collapse;width:100%;margin:.5rem 0;table-layout:fixed}
            th,td{border:1px solid #8886;padding:.35rem .5rem;text-align:left;vertical-align:top;\
            white-space:pre-wrap;overflow-wrap:anywhere}
            th[scope=row]{width:9rem;font-weight:600}
            .none{opacity:.7;font-style:italic}""";

    private final StringBuilder html = new StringBuilder();
    private final DiffItem diff;

    private DiffPage(DiffItem diff) {
        this.diff = diff;
    }

    static String html(DiffItem diff) {
        return new DiffPage(diff).page();
    }

    private String page() {
        String title = diff.name() + " (" + diff.serviceModel() + "), " + side(diff.from()) + " to " + side(diff.to());
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>").append(text(title))
                .append("</title><style>").append(STYLE).append("</style></head>\n<body><main><h1>")
                .append(text(title)).append("</h1>\n");
        paragraph(summary());
        if (!diff.service().isEmpty()) {
            html.append("<section><h2>The service</h2>\n");
            fields(diff.service());
            html.append("</section>\n");
        }
        for (ChangeKind kind : ChangeKind.values()) {
            List<DutyChange> duties = diff.duties().stream().filter(duty -> duty.kind() == kind).toList();
            if (!duties.isEmpty()) {
                html.append("<section><h2>").append(heading(kind)).append(" (").append(duties.size())
                        .append(")</h2>\n");
                duties.forEach(this::duty);
                html.append("</section>\n");
            }
        }
        return html.append("</main></body></html>\n").toString();
    }

    private static String side(String side) {
        return side.equals("draft") ? "the draft" : "version " + side;
    }

    private String summary() {
        return diff.duties().isEmpty()
                ? diff.service().isEmpty() ? "Nothing changes." : "No duty changes."
                : "Duties gained: " + count(ChangeKind.GAINED) + ", lost: " + count(ChangeKind.LOST) + ", shifted: "
                        + count(ChangeKind.SHIFTED) + ", on other terms: " + count(ChangeKind.TERMS_CHANGED)
                        + ", checked otherwise: " + count(ChangeKind.CHECK_CHANGED) + ", only reworded: "
                        + count(ChangeKind.TEXT_CHANGED) + ".";
    }

    private long count(ChangeKind kind) {
        return diff.summary().getOrDefault(kind.word(), 0L);
    }

    private static String heading(ChangeKind kind) {
        return switch (kind) {
            case GAINED -> "Duties gained";
            case LOST -> "Duties lost";
            case SHIFTED -> "Duties that move";
            case TERMS_CHANGED -> "Duties on other terms";
            case CHECK_CHANGED -> "Duties checked otherwise";
            case TEXT_CHANGED -> "Duties in other words";
        };
    }

    private void duty(DutyChange duty) {
        html.append("<article><h3>").append(text(duty.title())).append(" <code>").append(text(duty.control()))
                .append("</code></h3>\n");
        String variant = duty.variant();
        if (variant != null) {
            paragraph("Where it is: " + variant);
        }
        paragraph(duty.sentence());
        fields(duty.terms());
        duty.checks().forEach(this::check);
        fields(duty.texts());
        html.append("</article>\n");
    }

    private void check(CheckChange check) {
        html.append("<p>Check <code>").append(text(check.id())).append("</code>, ").append(text(check.title()))
                .append(": ").append(switch (check.kind()) {
                    case ADDED -> "new";
                    case REMOVED -> "gone";
                    case CHANGED -> "changed";
                    case TEXT_CHANGED -> "in other words";
                }).append("</p>\n");
        fields(check.fields());
    }

    private void fields(List<FieldChange> fields) {
        if (fields.isEmpty()) {
            return;
        }
        html.append("<table><thead><tr><th scope=\"col\"></th><th scope=\"col\">").append(text(side(diff.from())))
                .append("</th><th scope=\"col\">").append(text(side(diff.to()))).append("</th></tr></thead><tbody>\n");
        fields.forEach(field -> html.append("<tr><th scope=\"row\">").append(text(field.field())).append("</th>")
                .append(cell(field.from())).append(cell(field.to())).append("</tr>\n"));
        html.append("</tbody></table>\n");
    }

    private static String cell(@Nullable String value) {
        return value == null ? "<td class=\"none\">nothing</td>" : "<td>" + text(value) + "</td>";
    }

    private void paragraph(String sentence) {
        html.append("<p>").append(text(sentence)).append("</p>\n");
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
