package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Rooms.TrialWatcher;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Words are tried with the people who are here, before a room is kept.
@ExtendWith(BackgroundFailures.class)
class TryToJoinTest {
    private static final String WRONG = "amber fox piano rivet";

    @TempDir
    Path folder;

    private static TrialResult tried(RunningForTest node, String words, @Nullable String insteadOf) throws Exception {
        var result = new CompletableFuture<TrialResult>();
        node.node.rooms().tryToJoin("class", words, insteadOf, new TrialWatcher() {
            @Override
            public void slowed() {}

            @Override
            public void ended(TrialResult ended) {
                result.complete(ended);
            }
        });
        return result.get(Patience.SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void wrongWordsCreateNothingAndRightOnesJoin() throws Exception {
        int port = FreePorts.udp();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room());
                var ben = RunningForTest.start(folder, "Ben", port, null)) {
            ben.await(NodeEvent.PeerAppeared.class, _ -> true);
            assertEquals(new TrialResult.WordsDiffer(List.of("Ada")), tried(ben, WRONG, null));
            assertEquals(List.of(), ben.node.rooms().rooms());
            assertTrue(ben.all(NodeEvent.Refused.class).isEmpty(), "the page that asked says it");
            var joined = assertInstanceOf(TrialResult.Joined.class, tried(ben, RunningForTest.KEY, null));
            assertTrue(joined.room().confirmed());
            assertFalse(joined.room().doubtful());
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            boolean everListedBefore = ada.all(NodeEvent.PeerAppeared.class)
                    .stream()
                    .anyMatch(event -> !event.person().rooms().isEmpty());
            assertFalse(everListedBefore, "in presence it is only afterwards");
        }
        try (var again = RunningForTest.start(folder, "Ben", port, null)) {
            OwnRoom kept = again.node.rooms().rooms().getFirst();
            assertEquals(RunningForTest.KEY, kept.words());
            assertTrue(kept.confirmed());
        }
    }

    @Test
    void whereNobodyIsHereNothingIsKeptEither() throws Exception {
        try (var ben = RunningForTest.start(folder, "Ben", FreePorts.udp(), null)) {
            assertInstanceOf(TrialResult.NobodyHere.class, tried(ben, RunningForTest.KEY, null));
            assertEquals(List.of(), ben.node.rooms().rooms());
        }
    }

    @Test
    void correctedWordsTakeTheMistypedRoomsPlace() throws Exception {
        int port = FreePorts.udp();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room());
                var ben = RunningForTest.start(folder, "Ben", port, null)) {
            ben.await(NodeEvent.PeerAppeared.class, _ -> true);
            OwnRoom mistyped = ben.node.rooms().join("class", WRONG);
            assertTrue(mistyped.doubtful());
            ben.await(NodeEvent.Refused.class, _ -> true);
            var joined = assertInstanceOf(TrialResult.Joined.class, tried(ben, RunningForTest.KEY, mistyped.key()));
            assertEquals("#class", joined.room().key());
            assertEquals(List.of(joined.room()), ben.node.rooms().rooms());
            ada.awaitJoined(ben);
        }
    }

    @Test
    void beforeANameIsChosenNobodyHearsOfUsAndAfterwardsWordsAreTriedAtOnce() throws Exception {
        int port = FreePorts.udp();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room());
                var ben = RunningForTest.startUnseen(folder, "login", port)) {
            ben.await(NodeEvent.PeerAppeared.class, event -> event.person().name().value().equals("Ada"));
            assertEquals(List.of(), ada.all(NodeEvent.PeerAppeared.class));
            ben.node.preferences().rename("Ben");
            assertInstanceOf(TrialResult.Joined.class, tried(ben, RunningForTest.KEY, null));
            var appeared = ada.await(NodeEvent.PeerAppeared.class, _ -> true);
            assertEquals("Ben", appeared.person().name().value(), "the name of the login was never told");
        }
    }

    @Test
    void aTrialThatIsGivenUpTellsNothing() throws Exception {
        try (var ben = RunningForTest.start(folder, "Ben", FreePorts.udp(), null)) {
            var told = new CompletableFuture<TrialResult>();
            TrialWatcher watcher = new TrialWatcher() {
                @Override
                public void slowed() {}

                @Override
                public void ended(TrialResult result) {
                    told.complete(result);
                }
            };
            ben.node.rooms().tryToJoin("class", RunningForTest.KEY, null, watcher).close();
            assertInstanceOf(TrialResult.NobodyHere.class, tried(ben, RunningForTest.KEY, null), "a later one is told");
            assertFalse(told.isDone());
        }
    }
}
