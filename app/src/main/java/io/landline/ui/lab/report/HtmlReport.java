package io.landline.ui.lab.report;

import io.landline.ui.lab.report.LabReport.Listing;
import io.landline.ui.lab.report.LabReport.Part;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.lab.report.LabReport.Words;
import java.util.Base64;
import java.util.List;

/// A report as one HTML file that needs nothing else. What peers sent is in it as text and nothing but text: every
/// character that HTML knows is escaped, and the file itself forbids scripts and everything from elsewhere. Stateless;
/// any thread.
public final class HtmlReport {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1f2328;max-width:62rem;margin:2rem auto;padding:0 1rem}
            h1{margin-bottom:0}h2{margin-top:2rem;border-bottom:1px solid #d0d7de}.made{color:#59636e}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid \
            #d0d7de;
            padding:.25rem .5rem;overflow-wrap:anywhere;unicode-bidi:isolate}
            pre{background:#f6f8fa;padding:.75rem;white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%}
            @media print{body{margin:0;max-width:none}}
            """;

    private HtmlReport() {}

    public static String of(LabReport report) {
        var html = new StringBuilder(4_096);
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(escaped(report.language()))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
                        + " style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped(report.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(report.title()))
                .append("</h1>\n<p class=\"made\">")
                .append(escaped(report.made()))
                .append("</p>\n");
        for (Part each : report.parts()) part(html, each);
        return html.append("</body>\n</html>\n").toString();
    }

    private static void part(StringBuilder html, Part part) {
        html.append("<h2>").append(escaped(part.heading())).append("</h2>\n");
        switch (part) {
            case Words words -> {
                for (String each : words.paragraphs()) html.append("<p>").append(escaped(each)).append("</p>\n");
            }
            case Listing listing -> html.append("<pre>").append(escaped(listing.lines())).append("</pre>\n");
            case Table table -> table(html, table);
            case Picture picture -> html.append("<img alt=\"")
                    .append(escaped(picture.heading()))
                    .append("\" src=\"data:image/png;base64,")
                    .append(Base64.getEncoder().encodeToString(picture.png()))
                    .append("\">\n");
        }
    }

    private static void table(StringBuilder html, Table table) {
        html.append("<table>\n");
        row(html, "th", table.columns());
        for (List<String> each : table.rows()) row(html, "td", each);
        html.append("</table>\n");
    }

    private static void row(StringBuilder html, String cell, List<String> texts) {
        html.append("<tr>");
        for (String each : texts) {
            html.append('<').append(cell).append('>').append(escaped(each)).append("</").append(cell).append('>');
        }
        html.append("</tr>\n");
    }

    /// As text between tags and in attributes in quotation marks. What HTML forbids even as a reference becomes the
    /// replacement character.
    static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append((char) c);
                default -> out.appendCodePoint(isForbidden(c) ? REPLACEMENT : c);
            }
        });
        return out.toString();
    }

    private static final int REPLACEMENT = 0xfffd;

    /// Control characters, halves of surrogate pairs, characters that are none, and what turns the direction of a line.
    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                || (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }
}
