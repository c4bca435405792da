package io.landline.ui.lab.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.lab.report.LabReport.Listing;
import io.landline.ui.lab.report.LabReport.Picture;
import io.landline.ui.lab.report.LabReport.Table;
import io.landline.ui.lab.report.LabReport.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWritersTest {
    private static final String HOSTILE = "</td></table><script>alert(1)</script><img src=x onerror='x'>\" &"
            + " \u202Egnp.exe \u0007\u0000";

    @TempDir
    Path folder;

    private static LabReport hostile() {
        return new LabReport("en", HOSTILE, HOSTILE,
                List.of(new Words(HOSTILE, List.of(HOSTILE)), new Listing(HOSTILE, HOSTILE),
                        new Table(HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE))),
                        new Picture(HOSTILE, new byte[]{1, 2, 3})));
    }

    @Test
    void whatAPeerSentIsTextInTheReportAndNothingElse() {
        String html = HtmlReport.of(hostile());
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img src=x"), html);
        assertFalse(html.contains("onerror='"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
        assertTrue(html.chars().noneMatch(c -> c == 0x202e || c == 7 || c == 0));
        assertEquals(1, html.split("<table>", -1).length - 1);
        assertEquals(1, html.split("</table>", -1).length - 1);
    }

    @Test
    void theReportNeedsNothingFromElsewhere() {
        String html = HtmlReport.of(hostile());
        assertTrue(html.contains("default-src 'none'"));
        assertTrue(html.contains("src=\"data:image/png;base64,AQID\""));
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("<link")
                || html.contains("url("));
    }

    @Test
    void halfASurrogatePairDoesNotBreakTheFile() {
        assertEquals("a\uFFFDb", HtmlReport.escaped("a\uD800b"));
        assertEquals("😀", HtmlReport.escaped("😀"));
    }

    @Test
    void cellsWithCommasQuotesAndLinesAreQuoted() {
        var table = new Table("t", List.of("a", "b"),
                List.of(List.of("x,y", "say \"hi\"\nnow"), List.of("plain", "-1.5")));
        assertEquals("a,b\r\n\"x,y\",\"say \"\"hi\"\"\nnow\"\r\nplain,-1.5\r\n", Csv.of(table));
    }

    @Test
    void aMessageThatLooksLikeAFormulaIsNone() {
        for (String formula : List.of("=1+1", "+cmd|x", "-cmd|x", "@SUM(A1)")) {
            assertEquals("a\r\n'" + formula + "\r\n", Csv.of(new Table("t", List.of("a"), List.of(List.of(formula)))));
        }
    }

    /// In many languages a spreadsheet divides lines at semicolons, and reads no quotation mark within a cell.
    @Test
    void aFormulaBehindWhatEndsACellIsNone() {
        assertEquals("a\r\n\"hi;'=1+1\"\r\n",
                Csv.of(new Table("t", List.of("a"), List.of(List.of("hi;=1+1")))));
        assertEquals("a\r\n\"hi\n'@x\t'+1;1\"\r\n",
                Csv.of(new Table("t", List.of("a"), List.of(List.of("hi\n@x\t+1;1")))));
    }

    @Test
    void theEndingIsAddedAndAFileThatNobodyWasAskedAboutStays() throws IOException {
        Path there = Files.writeString(folder.resolve("report.html"), "mine");
        Path written = ReportFile.write(folder.resolve("report"), ".html", "new".getBytes(UTF_8));
        assertEquals("report (2).html", written.getFileName().toString());
        assertEquals("mine", Files.readString(there));
        assertEquals("new", Files.readString(written));
    }

    @Test
    void aFileThatWasChosenWithItsEndingIsReplacedAsAWhole() throws IOException {
        Path there = Files.writeString(folder.resolve("Report.HTML"), "old");
        assertEquals(there, ReportFile.write(there, ".html", "new".getBytes(UTF_8)));
        assertEquals("new", Files.readString(there));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(1, all.count(), "nothing is left beside it");
        }
    }

    @Test
    void whatCannotBeWrittenLeavesNothing() throws IOException {
        Path target = Files.createDirectories(folder.resolve("taken.html/inside")).getParent();
        assertThrows(IOException.class, () -> ReportFile.write(target, ".html", new byte[]{1}));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(target), all.toList());
        }
    }
}
