package io.landline.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabMessageTest {
    private static final Map<String, String> FRENCH = Map.of("after {0} ms", "après {0} ms", "lost on purpose, {0}",
            "perdu exprès, {0}", "{0} of {1}", "{1}, dont {0}", "refused", "refusé");

    private static String french(LabMessage said) {
        return said.in(Locale.FRENCH, english -> FRENCH.getOrDefault(english, english));
    }

    @Test
    void whatStandsInAPlaceIsSaidInTheSameLanguage() {
        LabMessage said = LabMessage.of("lost on purpose, {0}", LabMessage.of("after {0} ms", 12.34));
        assertEquals("lost on purpose, after 12.3 ms", said.english());
        assertEquals("perdu exprès, après 12,3 ms", french(said));
    }

    @Test
    void anotherLanguageMayHaveAnotherOrder() {
        assertEquals("10, dont 3", french(LabMessage.of("{0} of {1}", 3, 10L)));
    }

    @Test
    void commasPartSeveral() {
        assertEquals("refused, refused",
                LabMessage.all(List.of(LabMessage.of("refused"), LabMessage.of("refused"))).english());
        assertEquals("no way to refusé, a",
                french(LabMessage.of("no way to {0}", List.of(LabMessage.of("refused"), LabMessage.asIs("a")))));
    }

    @Test
    void wholeNumbersHaveNoThousandsBecausePortsHaveNone() {
        assertEquals("Port 12000 cannot be opened: 65536.",
                LabMessage.of("Port {0} cannot be opened: {1}.", 12_000, 65_536L).english());
    }

    @Test
    void aLimitHasTheMarksOfItsLanguageBetweenThreeDigits() {
        LabMessage said = LabMessage.of("over {0} B", new LabMessage.Limit(65_536));
        assertEquals("over 65,536 B", said.english());
        assertEquals("over 65\u202f536 B", french(said));
        assertEquals("over 65,536 B", said.in(Locale.forLanguageTag("ar-u-nu-latn"), english -> english));
    }

    @Test
    void whatSomebodyElseSaidIsNoPattern() {
        for (String text : List.of("{0}", "{1} $1 \\ {", "after {0} ms")) {
            assertEquals(text, french(LabMessage.asIs(text)));
            assertEquals("you are " + text, french(LabMessage.of("you are {0}", text)));
        }
    }

    @Test
    void nothingIsSaidOfAnEmptyText() {
        assertEquals(LabMessage.NOTHING, LabMessage.asIs(""));
        assertEquals("", LabMessage.NOTHING.english());
        assertTrue(LabMessage.NOTHING.isEmpty());
    }

    @Test
    void aListThatChangesLaterChangesNoSentence() {
        var tried = new ArrayList<>(List.of(LabMessage.of("refused")));
        LabMessage said = LabMessage.all(tried);
        tried.clear();
        assertEquals("refused", said.english());
    }

    @Test
    void anythingElseInASentenceIsAnErrorOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> LabMessage.of("{0}", new IOException("x")));
        assertThrows(IllegalArgumentException.class, () -> new LabException("It failed.", new IOException("x")));
    }

    @Test
    void anExceptionsMessageIsTheEnglishSentence() {
        var cause = new IOException("x");
        var failure = new LabException(cause, "Nobody listens at {0}: {1}.", "/tmp/a", LabMessage.of("refused"));
        assertEquals("Nobody listens at /tmp/a: refused.", failure.getMessage());
        assertEquals(cause, failure.getCause());
    }
}
