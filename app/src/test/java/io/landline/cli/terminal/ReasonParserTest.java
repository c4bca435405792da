package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.LeftOut;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.CommandException.Code;
import io.landline.shelf.ShelfRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonParserTest {
    private static JsonObject json(String field, String word) {
        var json = new JsonObject();
        json.addProperty(field, word);
        return json;
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void eachCodeIsReadAsItIsWritten(Code code) {
        assertEquals(code, ReasonParser.code(json("code", code.text())));
    }

    @ParameterizedTest
    @EnumSource(LeftOut.Why.class)
    void eachReasonToLeaveAFileOutIsReadAsItIsWritten(LeftOut.Why why) {
        assertEquals(why, ReasonParser.leftOut(json("why", why.word())));
    }

    @Test
    void eachReasonIsReadAsItIsWrittenAndWhatNeverTravelsIsNone() {
        assertEquals(FailureReason.SOURCE_CHANGED, ReasonParser.failure(json("reason", "source-changed")));
        assertEquals(RefusalReason.OPEN_DIFFERS, ReasonParser.refusal(json("reason", "open-differs")));
        assertEquals(ShelfRefusal.TOO_MUCH, ReasonParser.shelfRefusal(json("reason", "too-much")));
        assertEquals(ShelfRefusal.ENDED, ReasonParser.shelfRefusal(json("reason", "ended")));
        assertNull(ReasonParser.shelfRefusal(json("reason", "no-answer")));
    }

    @Test
    void aWordOfALaterVersionStaysDataAndHasASentenceAllTheSame() {
        JsonObject later = json("reason", "eaten-by-moths");
        assertNull(ReasonParser.failure(later));
        assertNull(ReasonParser.refusal(later));
        assertNull(ReasonParser.shelfRefusal(later));
        assertNull(ReasonParser.code(json("code", "later")));
        assertNull(ReasonParser.code(new JsonObject()));
        assertEquals(ExitCode.FAILED, CommandFailedException.refused(json("code", "later")).exitCode);
        assertEquals("later", CommandFailedException.refused(json("code", "later")).code);
        assertTrue(ShelfFormatter.refused(later, "Ada").contains("Ada"));
        later.addProperty("event", "refused");
        later.addProperty("name", "Ada");
        assertTrue(String.valueOf(EventFormatter.sentence(later)).contains("eaten-by-moths"));
    }
}
