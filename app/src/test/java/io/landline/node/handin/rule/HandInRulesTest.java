package io.landline.node.handin.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Reference;
import io.landline.filetransfer.FreeDisk;
import io.landline.filetransfer.OfferBody;
import io.landline.node.handin.rule.HandInRules.Answer;
import io.landline.node.handin.rule.HandInRules.Before;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a collector's node takes (docs/protocol/hand-in.md, "What is taken").
class HandInRulesTest {
    private static final Instant END = Instant.parse("2026-11-24T13:00:00Z");
    private static final long MAX = 1_000;
    private static final Before NOTHING = new Before(0, 0);
    private static final FreeDisk EMPTY = new FreeDisk(1_000_000_000_000L, 900_000_000_000L);

    private static HandInRules rules(String pattern) {
        return new HandInRules(new HandInBox("Essay", END, pattern, MAX, true));
    }

    private static OfferBody offer(long bytes, String... names) {
        return offer(names.length, bytes, 0, names);
    }

    private static OfferBody offer(long files, long bytes, long folders, String... names) {
        return new OfferBody(files, bytes, List.of(names), OfferBody.CHUNK_BYTES_MAX, folders, "00".repeat(32));
    }

    private static Answer answer(OfferBody offer) {
        return rules("").answer(offer, true, true, NOTHING, EMPTY);
    }

    @Test
    void aMemberOfTheRoomHandsInWithoutAQuestion() {
        assertEquals(Answer.TAKE, answer(offer(MAX, "essay.pdf")));
    }

    @Test
    void whoHasNotJoinedTheRoomWaitsWhateverTheyOffer() {
        assertEquals(Answer.NOT_JOINED,
                rules("").answer(offer(MAX + 1, "essay.pdf"), false, false, NOTHING, EMPTY));
        assertFalse(Answer.NOT_JOINED.isRefusal());
    }

    @Test
    void aClosedBoxTakesNothing() {
        assertEquals(Answer.CLOSED, rules("").answer(offer(1, "a"), false, true, NOTHING, EMPTY));
        assertTrue(Answer.CLOSED.isRefusal());
    }

    @Test
    void theSumOfAMemberIsWhatCounts() {
        assertEquals(Answer.TOO_LARGE, answer(offer(MAX + 1, "a")));
        assertEquals(Answer.TAKE, rules("").answer(offer(1, "a"), true, true, new Before(MAX - 1, 1), EMPTY));
        assertEquals(Answer.TOO_LARGE, rules("").answer(offer(2, "a"), true, true, new Before(MAX - 1, 1), EMPTY));
        assertEquals(Answer.TOO_LARGE,
                rules("").answer(offer(OfferBody.BYTES_MAX, "a"), true, true, new Before(MAX, 1), EMPTY));
    }

    @Test
    void neitherFilesWithoutBytesNorHandingInAgainHaveNoEnd() {
        assertEquals(Answer.TAKE, answer(offer(HandInRules.FILES_MAX, 0, HandInRules.FILES_MAX, "a")));
        assertEquals(Answer.TOO_MANY, answer(offer(HandInRules.FILES_MAX + 1, 0, 0, "a")));
        assertEquals(Answer.TOO_MANY, answer(offer(1, 0, HandInRules.FILES_MAX + 1, "a")));
        var before = new Before(0, HandInRules.TIMES_MAX - 1);
        assertEquals(Answer.TAKE, rules("").answer(offer(1, "a"), true, true, before, EMPTY));
        before = new Before(0, HandInRules.TIMES_MAX);
        assertEquals(Answer.TOO_MANY, rules("").answer(offer(1, "a"), true, true, before, EMPTY));
    }

    @Test
    void aTenthOfTheDiskStaysFreeOrFiveGigabytes() {
        assertEquals(Answer.TAKE, rules("").answer(offer(100, "a"), true, true, NOTHING, new FreeDisk(1_000, 200)));
        assertEquals(Answer.NO_SPACE, rules("").answer(offer(101, "a"), true, true, NOTHING, new FreeDisk(1_000, 200)));
        long large = 1_000_000_000_000L;
        assertEquals(Answer.TAKE,
                rules("").answer(offer(100, "a"), true, true, NOTHING, new FreeDisk(large, FreeDisk.FREE_BYTES + 100)));
        assertEquals(Answer.NO_SPACE,
                rules("").answer(offer(101, "a"), true, true, NOTHING, new FreeDisk(large, FreeDisk.FREE_BYTES + 100)));
        assertFalse(Answer.NO_SPACE.isRefusal());
    }

    @Test
    void aPatternIsAskedOfTheNamesThatAnOfferShows() {
        HandInRules pdf = rules("*.pdf");
        assertEquals(Answer.TAKE, pdf.answer(offer(1, "a.pdf"), true, true, NOTHING, EMPTY));
        assertEquals(Answer.TAKE, pdf.answer(offer(1, "a.pdf", "b.exe"), true, true, NOTHING, EMPTY));
        assertEquals(Answer.WRONG_NAMES, pdf.answer(offer(1, "a.exe"), true, true, NOTHING, EMPTY));
        String[] ten = IntStream.range(0, 10).mapToObj(each -> each + ".exe").toArray(String[]::new);
        assertEquals(Answer.TAKE, pdf.answer(offer(11, 1, 0, ten), true, true, NOTHING, EMPTY), "more than it shows");
    }

    @Test
    void whatIsTakenIsDecidedByTheListOfFilesAndNotByWhatTheOfferSays() {
        assertTrue(rules("*.pdf").choice().takes(List.of("a.pdf")));
        assertFalse(rules("*.pdf").choice().takes(List.of("a.exe")));
        assertTrue(rules("").choice().isAll());
    }

    /// A folder is taken with all that is in it.
    @Test
    void aBoxWithAPatternTakesNoFolders() {
        assertEquals(Answer.WRONG_NAMES, rules("*.pdf").answer(offer(1, 1, 1, "a.pdf"), true, true, NOTHING, EMPTY));
        assertEquals(Answer.TAKE, rules("").answer(offer(1, 1, 1, "a.pdf"), true, true, NOTHING, EMPTY));
    }

    @Test
    void whatIsHereAtTheEndIsOnTime() {
        assertFalse(rules("").isLate(END));
        assertTrue(rules("").isLate(END.plusMillis(1)));
    }

    @Test
    void anOfferNamesItsBoxAndStaysAnOffer() throws Exception {
        var box = new Reference(Fingerprint.parse("ad".repeat(32)), 1, 2, 3);
        OfferBody plain = offer(1, "a.pdf");
        byte[] body = BoxField.with(plain.toJson(), box);
        assertEquals(box, BoxField.of(body));
        assertEquals(plain, OfferBody.received(body));
        assertNull(BoxField.of(plain.toJson()));
        assertNull(BoxField.of("{\"for\":7}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertNull(BoxField.of(null));
    }
}
