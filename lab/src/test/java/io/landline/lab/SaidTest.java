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

class SaidTest {
    private static final Map<String, String> FRENCH = Map.of("after {0} ms", "après {0} ms", "lost on purpose, {0}",
            "perdu exprès, {0}", "{0} of {1}", "{1}, dont {0}", "refused", "refusé");

    private static String french(Said said) {
        return said.in(Locale.FRENCH, english -> FRENCH.getOrDefault(english, english));
    }

    @Test
    void whatStandsInAPlaceIsSaidInTheSameLanguage() {
        Said said = Said.of("lost on purpose, {0}", Said.of("after {0} ms", 12.34));
        assertEquals("lost on purpose, after 12.3 ms", said.english());
        assertEquals("perdu exprès, après 12,3 ms", french(said));
    }

    @Test
    void anotherLanguageMayHaveAnotherOrder() {
        assertEquals("10, dont 3", french(Said.of("{0} of {1}", 3, 10L)));
    }

    @Test
    void commasPartSeveral() {
        assertEquals("refused, refused", Said.all(List.of(Said.of("refused"), Said.of("refused"))).english());
        assertEquals("no way to refusé, a",
                french(Said.of("no way to {0}", List.of(Said.of("refused"), Said.asIs("a")))));
    }

    @Test
    void wholeNumbersHaveNoThousandsBecausePortsHaveNone() {
        assertEquals("Port 12000 cannot be opened: 65536.",
                Said.of("Port {0} cannot be opened: {1}.", 12_000, 65_536L).english());
    }

    @Test
    void whatSomebodyElseSaidIsNoPattern() {
        for (String text : List.of("{0}", "{1} $1 \\ {", "after {0} ms")) {
            assertEquals(text, french(Said.asIs(text)));
            assertEquals("you are " + text, french(Said.of("you are {0}", text)));
        }
    }

    @Test
    void nothingIsSaidOfAnEmptyText() {
        assertEquals(Said.NOTHING, Said.asIs(""));
        assertEquals("", Said.NOTHING.english());
        assertTrue(Said.NOTHING.isEmpty());
    }

    @Test
    void aListThatChangesLaterChangesNoSentence() {
        var tried = new ArrayList<>(List.of(Said.of("refused")));
        Said said = Said.all(tried);
        tried.clear();
        assertEquals("refused", said.english());
    }

    @Test
    void anythingElseInASentenceIsAnErrorOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> Said.of("{0}", new IOException("x")));
        assertThrows(IllegalArgumentException.class, () -> new LabException("It failed.", new IOException("x")));
    }

    @Test
    void anExceptionsMessageIsTheEnglishSentence() {
        var cause = new IOException("x");
        var failure = new LabException(cause, "Nobody listens at {0}: {1}.", "/tmp/a", Said.of("refused"));
        assertEquals("Nobody listens at /tmp/a: refused.", failure.getMessage());
        assertEquals(cause, failure.getCause());
    }
}
