package io.landline.chat.act;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryText;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bodies of docs/protocol/acts.md: each is read as it was written, and what breaks a limit is refused both ways.
class ActBodiesTest {
    private static final Reference TARGET = new Reference(Fingerprint.parse("ad".repeat(32)), -1, 2, 3);
    private static final String TARGET_JSON = json(new React(TARGET, "x", true).toBody()).replaceAll(
            "^\\{|,\"emoji\".*", "");

    private static String json(byte[] body) {
        return new String(body, UTF_8);
    }

    private static byte[] body(String fields) {
        return ("{" + TARGET_JSON + "," + fields + "}").getBytes(UTF_8);
    }

    private static Set<Fingerprint> people(int count) {
        var people = new LinkedHashSet<Fingerprint>();
        IntStream.range(0, count).forEach(i -> people.add(Fingerprint.parse("%064x".formatted(i))));
        return people;
    }

    private static void refused(Executable written) {
        assertThrows(IllegalArgumentException.class, written);
    }

    private static void malformed(Executable read) {
        assertThrows(MalformedJsonException.class, read);
    }

    @Test
    void eachIsReadAsItWasWritten() throws MalformedJsonException {
        var react = new React(TARGET, "\uD83D\uDC4D\uD83C\uDFFD", false);
        assertEquals(react, React.ofBody(react.toBody()));
        var vote = new Vote(TARGET, List.of(3, 0));
        assertEquals(vote, Vote.ofBody(vote.toBody()));
        var edit = new Edit(TARGET, "so\nnow", people(Mentions.MAX));
        assertEquals(edit, Edit.ofBody(edit.toBody()));
        var close = new Close(TARGET, List.of(0, Close.COUNT_MAX));
        assertEquals(close, Close.ofBody(close.toBody()));
        var poll = new Poll("When?", Collections.nCopies(Poll.OPTIONS_MAX, "then"), true, false);
        assertEquals(poll, Poll.ofBody(poll.toBody()));
        var text = new EntryText("hello", TARGET, people(2));
        assertEquals(text, EntryText.ofBody(text.toBody()));
        var plain = new EntryText("hello");
        assertEquals("{\"text\":\"hello\"}", json(plain.toBody()));
        assertEquals(plain, EntryText.ofBody(plain.toBody()));
    }

    @Test
    void aReactionIsAFewSignsWithoutBlanks() {
        assertTrue(React.isEmoji("e".repeat(React.EMOJI_BYTES_MAX)));
        for (String none : List.of("", " ", "a b", "a\nb", "a\u00a0b", "e".repeat(React.EMOJI_BYTES_MAX + 1))) {
            assertFalse(React.isEmoji(none), none);
            refused(() -> new React(TARGET, none, true));
            malformed(() -> React.ofBody(body("\"emoji\":\"" + none.replace("\n", "\\n") + "\",\"on\":true")));
        }
    }

    @Test
    void aVoteNamesEachOptionOnce() {
        refused(() -> new Vote(TARGET, List.of(1, 1)));
        refused(() -> new Vote(TARGET, IntStream.rangeClosed(0, Poll.OPTIONS_MAX).boxed().toList()));
        for (String choices : List.of("[1,1]", "[12]", "[-1]", "[1.5]", "7", "[0,1,2,3,4,5,6,7,8,9,10,11,0]")) {
            malformed(() -> Vote.ofBody(body("\"choices\":" + choices)));
        }
    }

    @Test
    void aPollHasAQuestionAndAFewOptions() {
        var many = Collections.nCopies(Poll.OPTIONS_MAX + 1, "a");
        for (List<String> options : List.of(List.of("a"), many, List.of("a", ""),
                List.of("a", "b".repeat(Poll.OPTION_BYTES_MAX + 1)))) {
            assertFalse(Poll.fits("When?", options));
            refused(() -> new Poll("When?", options, false, false));
        }
        assertFalse(Poll.fits("", List.of("a", "b")));
        assertTrue(Poll.fits("q".repeat(Poll.QUESTION_BYTES_MAX), List.of("a", "b")));
        assertFalse(Poll.fits("q".repeat(Poll.QUESTION_BYTES_MAX + 1), List.of("a", "b")));
        malformed(() -> Poll.ofBody("{\"question\":\"When?\",\"options\":[\"a\"],\"many\":true,\"hidden\":true}"
                .getBytes(UTF_8)));
    }

    @Test
    void aPollAllowsWhatItsOptionsSay() {
        var one = new Poll("When?", List.of("a", "b"), false, false);
        var several = new Poll("When?", List.of("a", "b"), true, false);
        assertTrue(one.allows(List.of()));
        assertTrue(one.allows(List.of(1)));
        assertFalse(one.allows(List.of(0, 1)));
        assertTrue(several.allows(List.of(0, 1)));
        assertFalse(several.allows(List.of(2)));
        assertFalse(several.allows(List.of(-1)));
    }

    @Test
    void anEditHasATextAndCallsNoMoreThanAMessageDoes() {
        refused(() -> new Edit(TARGET, "", Set.of()));
        refused(() -> new Edit(TARGET, "x".repeat(Edit.TEXT_BYTES_MAX + 1), Set.of()));
        refused(() -> new Edit(TARGET, "x", people(Mentions.MAX + 1)));
        refused(() -> new EntryText("x", null, people(Mentions.MAX + 1)));
        refused(() -> new EntryText(""));
        malformed(() -> Edit.ofBody(body("\"text\":\"\"")));
        refused(() -> new Close(TARGET, new ArrayList<>(Collections.nCopies(Poll.OPTIONS_MAX + 1, 1))));
        malformed(() -> Close.ofBody(body("\"counts\":[" + (Close.COUNT_MAX + 1) + "]")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"ab\"]", "[7]", "\"ad\"", "[\"zz\"]"})
    void whoIsMentionedIsAFingerprint(String mentions) {
        malformed(() -> Edit.ofBody(body("\"text\":\"x\",\"mentions\":" + mentions)));
        malformed(() -> EntryText.ofBody(("{\"text\":\"x\",\"mentions\":" + mentions + "}").getBytes(UTF_8)));
        String noHex = "[\"" + "xy".repeat(Fingerprint.BYTES) + "\"]";
        malformed(() -> EntryText.ofBody(("{\"text\":\"x\",\"mentions\":" + noHex + "}").getBytes(UTF_8)));
    }

    @Test
    void nobodySendsWhatHasNothingToRead() {
        Stream.of("", " ", "\t\n", "\u00a0\u202f", "x".repeat(EntryText.MAX_BYTES + 1), "\ud800")
                .forEach(each -> assertFalse(EntryText.maySend(each), each));
        assertTrue(EntryText.maySend(" x "));
        assertTrue(EntryText.maySend("x".repeat(EntryText.MAX_BYTES)));
    }
}
