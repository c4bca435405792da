package io.landline.chat.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.EntryKind;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsBook.Answer;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.testing.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WordsBookTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final RoomId OLD = room(1);
    private static final RoomId NEXT = room(2);
    private static final byte[] SALT = new byte[Continuation.SALT_BYTES];

    private final Identity ada = Identity.generate();
    private final Identity ben = Identity.generate();
    private final Fingerprint me = Identity.generate().fingerprint();
    private final Memory store = new Memory();
    private WordsBook book = new WordsBook(me, store);

    /// As a database would keep them.
    private static final class Memory implements WordsStore {
        final Map<RoomId, WordsChange> kept = new LinkedHashMap<>();
        Runnable writing = () -> {};

        @Override
        public List<WordsChange> all() {
            return new ArrayList<>(kept.values());
        }

        @Override
        public void put(WordsChange change) {
            writing.run();
            kept.put(change.next(), change);
        }
    }

    private static RoomId room(int number) {
        var id = new byte[RoomId.BYTES];
        id[0] = (byte) number;
        return RoomId.of(id);
    }

    private static NewWords words(Identity author, RoomId old, RoomId next, long clock, Fingerprint... chosen) {
        byte[] body = Continuation.of(SALT, old, next, clock, Set.of(chosen)).toBody();
        return new NewWords(SALT, RoomKey.of("amber fox"), new Author(author, ConversationId.of(next), 1)
                .write(clock + 1, EntryKind.CONTINUES, body));
    }

    private Answer judged(NewWords words, RoomId... joined) {
        return book.judge(words.entry().author(), Standing.MEMBER, Set.of(joined), words);
    }

    private WordsChange take(NewWords words, RoomId old) {
        WordsChange taken = WordsBook.taken(book.offer(old, words, NOW));
        store.put(taken);
        book.note(taken);
        return taken;
    }

    @Test
    void whoOnlyReadsWaitsForNoDisk() {
        store.writing = () -> CompletableFuture.runAsync(() -> {
            book.offered();
            book.after(OLD);
            book.current(OLD);
        }).orTimeout(Patience.SECONDS, TimeUnit.SECONDS).join();
        book.offer(OLD, words(ada, OLD, NEXT, 7, me), NOW);
        book.decline(NEXT);
        book.forgetWords(NEXT);
        assertEquals(List.of(), book.offered());
    }

    @Test
    void wordsForAJoinedRoomAreLookedAtAndAsked() {
        NewWords words = words(ada, OLD, NEXT, 7, me);
        assertEquals(new Answer.ToCheck(OLD), judged(words, OLD, room(9)));
        WordsChange offer = book.offer(OLD, words, NOW);
        assertEquals(List.of(offer), book.offered());
        assertFalse(book.isTakenUnasked(offer, _ -> false), "the author is not verified");
        assertTrue(book.isTakenUnasked(offer, _ -> true));
        assertNull(book.after(OLD), "nothing counts before it is taken");
    }

    @Test
    void wordsOfWhoHasNotJoinedTheRoomDoNotCount() {
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, NEXT, 7, me)));
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, NEXT, 7, me), room(9)));
    }

    @Test
    void wordsForOthersAndWordsOfOthersDoNotCount() {
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, NEXT, 7, ben.fingerprint()), OLD));
        assertInstanceOf(Answer.Ignored.class,
                book.judge(ben.fingerprint(), Standing.MEMBER, Set.of(OLD), words(ada, OLD, NEXT, 7, me)),
                "handed on by another");
    }

    @Test
    void aReplayIsAnsweredAndAsksNobodyAgain() {
        NewWords words = words(ada, OLD, NEXT, 7, me);
        book.offer(OLD, words, NOW);
        assertEquals(new Answer.Held(), judged(words, OLD));
        book.decline(NEXT);
        assertEquals(new Answer.Held(), judged(words, OLD));
        assertEquals(List.of(), book.offered());
        book = new WordsBook(me, store);
        assertEquals(new Answer.Held(), judged(words, OLD), "also after a restart");
        assertInstanceOf(Answer.Ignored.class, judged(words(ben, OLD, NEXT, 7, me), OLD), "another author's claim");
    }

    @Test
    void aRoomThatContinuesItselfAndALoopDoNotCount() {
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, OLD, 7, me), OLD));
        take(words(ada, OLD, NEXT, 7, me), OLD);
        take(words(ada, NEXT, room(3), 9, me), NEXT);
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, room(3), OLD, 9, me), room(3)));
        assertEquals(room(3), book.current(OLD));
    }

    @Test
    void anAuthorWhoChangedWordsTwiceOffersBothAndBothAreTakenInOrder() {
        book.offer(OLD, words(ada, OLD, NEXT, 7, me), NOW);
        NewWords second = words(ada, NEXT, room(3), 9, me);
        assertEquals(new Answer.ToCheck(NEXT), judged(second, OLD), "the room in between was never joined");
        book.offer(NEXT, second, NOW);
        assertEquals(List.of(NEXT, room(3)), book.stepsTo(room(3)).stream().map(WordsChange::next).toList());
    }

    @Test
    void whatOnePersonOffersAnotherMayContinueButItIsTakenUnaskedOnlyWhereBothAreVerified() {
        book.offer(OLD, words(ada, OLD, NEXT, 7, me), NOW);
        NewWords second = words(ben, NEXT, room(3), 9, me);
        assertEquals(new Answer.ToCheck(NEXT), judged(second, OLD));
        assertInstanceOf(Answer.Ignored.class, judged(second, room(5)), "no room of both is before it");
        WordsChange offer = book.offer(NEXT, second, NOW);
        assertFalse(book.isTakenUnasked(offer, ben.fingerprint()::equals), "Ada's words would be taken with it");
        assertTrue(book.isTakenUnasked(offer, _ -> true));
        book.decline(NEXT);
        assertInstanceOf(Answer.Ignored.class, judged(words(ben, NEXT, room(4), 9, me), OLD), "it was turned down");
    }

    @Test
    void anOldRoomStaysUntilWhoeverWasChosenIsInTheLastRoomForWhichThatWasSo() {
        WordsChange first = take(words(ada, OLD, NEXT, 7, me, ben.fingerprint()), OLD);
        take(words(ada, NEXT, room(3), 9, me, ben.fingerprint()), NEXT);
        Set<RoomId> between = Set.of(NEXT);
        assertFalse(book.isSettled(first, NOW, (room, _) -> between.contains(room)), "Ben has the words between alone");
        assertTrue(book.isSettled(first, NOW, (room, _) -> room.equals(room(3))));
        take(words(ada, room(3), room(4), 11, me), room(3));
        assertTrue(book.isSettled(first, NOW, (room, who) -> room.equals(room(who.equals(ben.fingerprint()) ? 3 : 4))));
    }

    @Test
    void ofTwoRivalsTheLowerIdGoesOnInWhateverOrderTheyAreTaken() {
        NewWords one = words(ada, OLD, NEXT, 7, me);
        NewWords two = words(ben, OLD, room(3), 7, me);
        take(two, OLD);
        assertEquals(room(3), book.current(OLD));
        WordsChange offer = book.offer(OLD, one, NOW);
        assertFalse(book.isTakenUnasked(offer, _ -> true), "a rival always asks");
        take(one, OLD);
        assertEquals(NEXT, book.current(OLD));
        assertEquals(1, book.past(NEXT).size());
        assertEquals(List.of(), book.past(room(3)), "a room of its own now");
    }

    @Test
    void ofThePastTheChosenAreShownAndOthersUpToTheChange() {
        WordsChange change = take(words(ada, OLD, NEXT, 7, me, ben.fingerprint()), OLD);
        ConversationId old = ConversationId.of(OLD);
        var stranger = Author.of(old, 5);
        assertTrue(change.shows(stranger.write(7, EntryKind.TEXT, new byte[0])));
        assertFalse(change.shows(stranger.write(8, EntryKind.TEXT, new byte[0])));
        assertTrue(change.shows(new Author(ben, old, 6).write(90, EntryKind.TEXT, new byte[0])));
        assertTrue(change.shows(new Author(ada, old, 6).write(90, EntryKind.TEXT, new byte[0])));
    }

    @Test
    void wordsAreHandedToTheChosenUntilTheyHaveThemAndNoLongerThanThirtyDays() {
        Fingerprint away = ben.fingerprint();
        Identity self = Identity.generate();
        book = new WordsBook(self.fingerprint(), store);
        NewWords made = words(self, OLD, NEXT, 7, away, ada.fingerprint());
        WordsChange change = WordsBook.made(OLD, made, NOW);
        store.put(change);
        book.note(change);
        assertEquals(List.of(), book.due(away, Set.of(room(9)), NOW), "the old room is not joined there");
        assertEquals(List.of(), book.due(me, Set.of(OLD), NOW), "not chosen");
        assertEquals(made.entry(), book.due(away, Set.of(OLD), NOW).getFirst().entry());
        book.held(away, NEXT);
        book.held(me, NEXT);
        assertEquals(List.of(), book.due(away, Set.of(OLD), NOW));
        book = new WordsBook(self.fingerprint(), store);
        assertEquals(List.of(), book.due(away, Set.of(OLD), NOW), "also after a restart");
        assertEquals(1, book.due(ada.fingerprint(), Set.of(OLD), NOW.plus(WordsBook.KEPT)).size());
        assertEquals(List.of(),
                book.due(ada.fingerprint(), Set.of(OLD), NOW.plus(WordsBook.KEPT).plus(Duration.ofSeconds(1))));
    }

    @Test
    void theOldRoomIsNeededUntilAllChosenAreMembersAndNoLongerThanThirtyDays() {
        WordsChange change = take(words(ada, OLD, NEXT, 7, me, ben.fingerprint()), OLD);
        assertFalse(book.isSettled(change, NOW, (_, _) -> false));
        assertFalse(book.isSettled(change, NOW, (_, who) -> who.equals(ada.fingerprint())));
        assertTrue(book.isSettled(change, NOW, (room, _) -> room.equals(NEXT)));
        assertFalse(book.isSettled(change, NOW.plus(WordsBook.KEPT), (_, _) -> false));
        assertTrue(book.isSettled(change, NOW.plus(WordsBook.KEPT).plusMillis(1), (_, _) -> false));
    }

    @Test
    void undecidedWordsAreBounded() {
        for (int i = 0; i < WordsBook.UNDECIDED_OF_ONE_MAX; i++) {
            NewWords words = words(ada, OLD, room(10 + i), 7, me);
            assertInstanceOf(Answer.ToCheck.class, judged(words, OLD));
            book.offer(OLD, words, NOW);
        }
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, NEXT, 7, me), OLD));
        assertInstanceOf(Answer.ToCheck.class, judged(words(ben, OLD, NEXT, 7, me), OLD));
        book.decline(room(10));
        assertInstanceOf(Answer.ToCheck.class, judged(words(ada, OLD, NEXT, 7, me), OLD));
    }

    /// One member may be there under many identities, and each may offer four.
    @Test
    void h38_membersLeaveAQuarterOfTheUndecidedWordsToPeopleKnownBetter() {
        for (int i = 0; i < WordsBook.UNDECIDED_MAX / 4 * 3; i++) {
            Identity member = Identity.generate();
            NewWords words = words(member, OLD, room(10 + i), 7, me);
            assertInstanceOf(Answer.ToCheck.class, judged(words, OLD));
            book.offer(OLD, words, NOW);
        }
        assertInstanceOf(Answer.Ignored.class, judged(words(ada, OLD, NEXT, 7, me), OLD));
        assertInstanceOf(Answer.ToCheck.class,
                book.judge(ada.fingerprint(), Standing.TRUSTED, Set.of(OLD), words(ada, OLD, NEXT, 7, me)));
    }

    @Test
    void wordsGoWhenNobodyNeedsThem() {
        take(words(ada, OLD, NEXT, 7, me), OLD);
        book.forgetWords(NEXT);
        WordsChange kept = book.find(NEXT);
        assertNotNull(kept);
        assertNull(kept.words());
        assertEquals(NEXT, book.current(OLD), "what was taken stays so");
    }
}
