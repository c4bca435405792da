package io.landline.node.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTextTest {
    @Test
    void aFormulaIsNoneWhereverACellMayBegin() {
        for (String formula : List.of("=1+1", "+1", "-cmd|x", "@SUM(A1)", "\uFF1D1+1", "\uFF0B1", "\uFF0D1",
                "\uFF20x")) {
            assertEquals("'" + formula, SpreadsheetText.harmless(formula));
            for (String end : List.of(";", "\t", "\r", "\n", "\r\n")) {
                assertEquals("a" + end + "'" + formula, SpreadsheetText.harmless("a" + end + formula));
            }
        }
        for (String blank : List.of("\tx", "\rx", "\nx")) assertEquals("'" + blank, SpreadsheetText.harmless(blank));
    }

    /// Where the computer's language parts cells at semicolons, what stood within a cell begins one, and its quotation
    /// mark may open that.
    @Test
    void aQuotationMarkHidesNoFormula() {
        assertEquals("a;\"'=1+1;", SpreadsheetText.harmless("a;\"=1+1;"));
        assertEquals("a\n\"\"'@x", SpreadsheetText.harmless("a\n\"\"@x"));
        for (String text : List.of("\"=1+1", "a\"=1")) assertEquals(text, SpreadsheetText.harmless(text));
    }

    @Test
    void otherTextStaysAsItIs() {
        for (String text : List.of("", "Ada", "a=b", "a, -b", "1;2", "a; =b", "a@b.org", "x\ny")) {
            assertEquals(text, SpreadsheetText.harmless(text));
        }
    }
}
