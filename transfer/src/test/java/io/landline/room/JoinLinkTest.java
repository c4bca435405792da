package io.landline.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinLinkTest {
    private static final RoomKey WORDS = RoomKey.of("amber fox piano river");
    private static final Fingerprint ADA = Fingerprint.parse("aa".repeat(32));

    @Test
    void aLinkIsWhatItSays() {
        assertEquals("landline:join?room=class&words=amber-fox-piano-river",
                new JoinLink(new RoomName("class"), WORDS, null).text().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "7 b & c", "a+b=c%20", "classe d’été", "👋 עברית", "x&words=y"})
    void whatIsWrittenReadsBack(String name) {
        var link = new JoinLink(new RoomName(name), WORDS, ADA);
        assertEquals(Optional.of(link), JoinLink.parse(link.text().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"landline:join?room=class", "landline:join?words=a-b", "landline:join?room=class&words=",
            "landline:join?room=class&words=a-b&go=1", "landline:join?room=class&room=club&words=a-b",
            "landline:join?room=class&words=a-b&by=ada", "landline:leave?room=class&words=a-b", "landline:join",
            "http:join?room=class&words=a-b", "landline:join?room=%zz&words=a-b", "landline:join?room=%FF&words=a-b",
            "landline:join?room=class&words=a-b&", "landline:join?room=class%0Aclub&words=a-b", ""})
    void h33_anythingElseIsRefused(String text) {
        assertEquals(Optional.empty(), JoinLink.parse(text));
    }

    @Test
    void theLongestIsTakenAndOneByteMoreIsNot() {
        String start = "landline:join?room=class&words=";
        assertTrue(JoinLink.parse(start + "a".repeat(JoinLink.MAX_BYTES - start.length())).isPresent());
        assertFalse(JoinLink.parse(start + "a".repeat(JoinLink.MAX_BYTES - start.length() + 1)).isPresent());
    }

    @Test
    void wordsTooLongForALinkHaveNone() {
        assertEquals(Optional.empty(),
                new JoinLink(new RoomName("class"), RoomKey.of("a".repeat(RoomKey.MAX_BYTES)), null).text());
    }

    @Test
    void itsTextInALogHasNoWords() {
        assertFalse(new JoinLink(new RoomName("class"), WORDS, null).toString().contains("amber"));
    }
}
