package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/// What is said of offers and transfers in a list and while they move. Their events: `EventFormatterTest`.
class TransferFormatterTest {
    private static JsonObject event(String fields) {
        return JsonParser.parseString("{" + fields.replace('\'', '"') + "}").getAsJsonObject();
    }

    @Test
    void anOfferOfMoreThanItsNamesTellSaysSo() {
        String names = "'names':['a','b','c','d','e','f','g','h','i','j'],";
        assertEquals("a, b, c, d, e, f, g, h, i, j, 1,005 more",
                TransferFormatter.names(event(names + "'files':1015,'folders':0")));
        assertEquals("a, b, c, d, e, f, g, h, i, j", TransferFormatter.names(event(names + "'files':10,'folders':0")));
        assertEquals("a, b, c, d, e, f, g, h, i, j, 15 files in all",
                TransferFormatter.names(event(names + "'files':15,'folders':2")), "of how many folders nobody tells");
        assertEquals("a, b, c, d, e, f, g, h, i, j, 15 files in all",
                TransferFormatter.names(event(names + "'files':15")), "from a node of an earlier version");
        assertEquals("Photos, b", TransferFormatter.names(event("'names':['Photos','b'],'files':15,'folders':1")));
        assertEquals("a", TransferFormatter.names(event("'names':['a']")), "of an earlier version");
    }

    @Test
    void whatIsHereBeforeItsSpeedIsKnownTellsNone() {
        assertEquals("0 B of 12 B", TransferFormatter.progress(event("'bytes':0,'total':12,'rate':0")));
        assertEquals("12 B of 12 B", TransferFormatter.progress(event("'bytes':12,'total':12,'rate':0")));
    }

    @Test
    void progressWithoutARateTellsNoEnd() {
        assertEquals("5 B of 12 B, 0 B/s", TransferFormatter.progress(event("'bytes':5,'total':12,'rate':0")));
        assertEquals("0 B of 7.2 kB, 1 B/s, 2 h 0 min left",
                TransferFormatter.progress(event("'bytes':0,'total':7200,'rate':1")));
    }
}
