package io.landline.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.testing.StoppedThread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes with one shelf: who sees it, what is given, and how much may be asked.
class ShelvesTest {
    private static final WantedItem ALL = new WantedItem(List.of(), true, 0, 0);

    @TempDir
    Path dir;
    private final ShelfPair pair = new ShelfPair();
    private Path folder;
    private Shelf shelf;

    @BeforeEach
    void openAFolder() throws IOException {
        folder = Files.createDirectory(dir.resolve("Photos")).toRealPath();
        Files.writeString(folder.resolve("a.jpg"), "abc");
        shelf = new Shelf(ShelfId.random(), ShelfPair.ROOM, "Photos", folder);
        pair.shelves.add(shelf);
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private SeenShelf seen() {
        return new SeenShelf(ShelfPair.OWNER, ShelfPair.ROOM, shelf.id(), "Photos");
    }

    private ShelfPage list() throws Exception {
        return pair.visitor.list(seen(), List.of(), null).get();
    }

    private static ShelfRefusal why(CompletableFuture<?> answer) {
        var failed = assertThrows(ExecutionException.class, answer::get);
        return ((ShelfException) failed.getCause()).why();
    }

    private ShelfRefusal whyNotListed() {
        return why(pair.visitor.list(seen(), List.of(), null));
    }

    private ShelfRefusal whyNotTaken() {
        return why(pair.visitor.take(seen(), TakeId.random(), List.of(ALL)));
    }

    @Test
    void whoJoinsTheRoomIsToldListsAndTakes() throws Exception {
        pair.join(ShelfPair.ROOM);
        assertEquals(List.of("+Photos"), pair.told);
        assertEquals(List.of(seen()), pair.visitor.seen());
        ShelfItem item = list().items().getFirst();
        assertEquals("a.jpg", item.name());
        var wanted = new WantedItem(List.of("a.jpg"), false, item.bytes(), item.modifiedMillis());
        assertEquals(ShelfPair.OFFER, pair.visitor.take(seen(), TakeId.random(), List.of(wanted)).get());
        assertEquals(List.of(folder.resolve("a.jpg")), pair.given.getFirst().items());
        assertEquals(folder, pair.given.getFirst().within());
        assertEquals(List.of(".*"), pair.given.getFirst().excludes());
    }

    @Test
    void aMemberOfAnotherRoomHearsNothingAndWhoGuessesTheIdLearnsNothing() {
        var bytes = new byte[RoomId.BYTES];
        Arrays.fill(bytes, (byte) 7);
        pair.join(RoomId.of(bytes));
        assertEquals(List.of(), pair.told);
        pair.visitor.joined(pair.atVisitor, ShelfPair.ROOM);
        // as a hostile node would: it names a shelf that nobody told it of
        assertEquals("gone", asked(new ShelfFrames.ListAsked(1, shelf.id(), List.of(), null, null)));
        assertEquals("gone", asked(new ShelfFrames.ListAsked(1, ShelfId.random(), List.of(), null, null)));
        assertEquals("gone", asked(new ShelfFrames.TakeAsked(TakeId.random(), shelf.id(), List.of(ALL))));
        assertEquals(List.of(), pair.given);
    }

    /// The reason in the owner's answer to a frame that comes unasked.
    private String asked(ShelfFrames frame) {
        int before = answers().size();
        pair.atVisitor.offer(io.landline.session.Lane.FILES, frame.toFrame());
        while (answers().size() == before) Thread.onSpinWait();
        return switch (answers().getLast()) {
            case ShelfFrames.ListRefused(_, var why) -> why.word();
            case ShelfFrames.TakeRefused(_, var why) -> why.word();
            default -> "an answer";
        };
    }

    private List<ShelfFrames> answers() {
        var answers = new ArrayList<ShelfFrames>();
        synchronized (pair.atOwner.sent) {
            for (var each : pair.atOwner.sent) {
                try {
                    answers.add(ShelfFrames.of(each));
                } catch (io.landline.frame.MalformedFrameException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return answers;
    }

    @Test
    void somebodyBlockedSeesAsMuchAsIfThereWereNoShelf() {
        pair.isBlocked = true;
        pair.join(ShelfPair.ROOM);
        assertEquals(List.of(), pair.told);
        assertEquals("gone", asked(new ShelfFrames.ListAsked(1, shelf.id(), List.of(), null, null)));
        assertEquals("gone", asked(new ShelfFrames.TakeAsked(TakeId.random(), shelf.id(), List.of(ALL))));
    }

    @Test
    void aShelfThatIsRemovedIsToldAndGivesNothingMore() {
        pair.join(ShelfPair.ROOM);
        pair.shelves.clear();
        pair.owner.changed();
        assertEquals(List.of("+Photos", "-Photos"), pair.told);
        assertEquals(ShelfRefusal.GONE, whyNotListed());
        assertEquals(ShelfRefusal.GONE, whyNotTaken());
        assertEquals(List.of(), pair.given);
    }

    @Test
    void whoAsksMoreThanTwentyTimesASecondIsRefusedUntilTimeGoesBy() throws Exception {
        pair.join(ShelfPair.ROOM);
        for (int i = 0; i < AskPace.LISTS_PER_SECOND; i++) list();
        assertEquals(ShelfRefusal.BUSY, whyNotListed());
        pair.uptime = pair.uptime.plus(Duration.ofMillis(50));
        assertEquals(1, list().items().size());
        assertEquals(ShelfRefusal.BUSY, whyNotListed());
    }

    @Test
    void h38_whoTakesWithoutEndIsRefusedWithoutALookAtTheDiskUntilTimeGoesBy() {
        pair.join(ShelfPair.ROOM);
        pair.mayTake = false;
        for (int i = 0; i < AskPace.TAKES_SAVED_MAX; i++) assertEquals(ShelfRefusal.TOO_MUCH, whyNotTaken());
        assertEquals(ShelfRefusal.BUSY, whyNotTaken());
        pair.uptime = pair.uptime.plus(Duration.ofSeconds(1));
        assertEquals(ShelfRefusal.TOO_MUCH, whyNotTaken());
        assertEquals(ShelfRefusal.BUSY, whyNotTaken());
    }

    @Test
    void h38_whoComesAgainHasNoFurtherQuestions() throws Exception {
        pair.join(ShelfPair.ROOM);
        for (int i = 0; i < AskPace.LISTS_PER_SECOND; i++) list();
        pair.owner.closed(pair.atOwner, EndReason.LOST);
        pair.owner.opened(pair.atOwner);
        assertEquals(ShelfRefusal.BUSY, whyNotListed());
    }

    @Test
    void whoHasTakenTooMuchIsRefused() {
        pair.join(ShelfPair.ROOM);
        pair.mayTake = false;
        assertEquals(ShelfRefusal.TOO_MUCH, whyNotTaken());
        assertEquals(List.of(), pair.given);
    }

    /// Without an answer its taker would wait for minutes.
    @Test
    void aTakeIsAnsweredWhereTheOwnersStoreFails() {
        pair.join(ShelfPair.ROOM);
        pair.storeFails = true;
        assertEquals(ShelfRefusal.UNREADABLE, whyNotTaken());
        pair.storeFails = false;
        pair.mayTake = false;
        assertEquals(ShelfRefusal.TOO_MUCH, whyNotTaken());
    }

    @Test
    void listsAndTakesAreAnsweredWhereTheOwnersOwnCodeFails() {
        pair.join(ShelfPair.ROOM);
        pair.isBroken = true;
        assertEquals(ShelfRefusal.UNREADABLE, whyNotListed());
        assertEquals(ShelfRefusal.UNREADABLE, whyNotTaken());
    }

    @Test
    void anOwnerWhoGoesAwayEndsQuestionsAndTheirShelves() {
        pair.join(ShelfPair.ROOM);
        pair.visitor.closed(pair.atVisitor, EndReason.LOST);
        assertEquals(List.of("+Photos", "-Photos"), pair.told);
        assertEquals(List.of(), pair.visitor.seen());
        assertEquals(ShelfRefusal.NO_ANSWER, whyNotListed());
    }

    @Test
    void aRoomThatIsLeftTakesItsShelvesAlong() {
        pair.join(ShelfPair.ROOM);
        pair.visitor.left(pair.atVisitor, ShelfPair.ROOM);
        assertEquals(List.of("+Photos", "-Photos"), pair.told);
    }

    @Test
    void aConnectionThatIsReplacedTellsOnlyWhatIsNew() {
        pair.join(ShelfPair.ROOM);
        pair.owner.carriedAnew(pair.atOwner);
        assertEquals(List.of("+Photos"), pair.told);
        pair.shelves.add(new Shelf(ShelfId.random(), ShelfPair.ROOM, "More", folder));
        pair.owner.carriedAnew(pair.atOwner);
        assertEquals(List.of("+Photos", "+More"), pair.told);
        assertTrue(pair.visitor.seen().stream().anyMatch(each -> each.title().equals("More")));
    }

    @Test
    void ofTwoChangesAtOnceTheLaterOneIsToldLast() throws InterruptedException {
        pair.join(ShelfPair.ROOM);
        Thread later = Thread.ofPlatform().unstarted(() -> {
            pair.shelves.clear();
            pair.owner.changed();
        });
        pair.lookedAt = () -> {
            pair.lookedAt = () -> {};
            later.start(); // while the first word is on its way
            StoppedThread.await(later);
        };
        pair.owner.changed();
        later.join();
        assertEquals(List.of(), pair.visitor.seen());
    }
}
