package io.landline.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.people.People.SessionEnd;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final Fingerprint ADA = Fingerprint.of(new byte[32]);
    private static final PeerName NAME = new PeerName("Ada");
    private static final List<RoomListing> ROOMS = List.of(new RoomListing(new RoomName("class"), false));

    private final ScriptedPresence presence = new ScriptedPresence();
    private final Recorder told = new Recorder();
    private final People people = new People(presence, told);

    /// Answers when the test says so.
    private static final class ScriptedPresence implements People.Presence {
        final List<CompletableFuture<Boolean>> asked = new ArrayList<>();
        final List<Fingerprint> forgotten = new ArrayList<>();

        @Override
        public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
            var answer = new CompletableFuture<Boolean>();
            asked.add(answer);
            return answer;
        }

        @Override
        public void forget(Fingerprint peer) {
            forgotten.add(peer);
        }
    }

    /// Notes what it was told, and folds it into a list as a program would.
    private static final class Recorder implements People.Listener {
        final List<String> lines = new ArrayList<>();
        final Map<Fingerprint, Person> folded = new LinkedHashMap<>();

        @Override
        public void appeared(Person person) {
            lines.add("appeared " + person.name());
            assertEquals(null, folded.put(person.peer(), person), "nobody appears twice");
        }

        @Override
        public void changed(Person person) {
            lines.add("changed " + person.name());
            assertTrue(folded.containsKey(person.peer()), "only who is listed changes");
            folded.put(person.peer(), person);
        }

        @Override
        public void left(Person person, LeaveReason reason) {
            lines.add("left " + person.name() + " " + reason);
            assertTrue(folded.remove(person.peer()) != null, "only who is listed leaves");
        }
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint(InetAddress.getLoopbackAddress(), port);
    }

    private void sight(long run) {
        people.sighted(ADA, run, NAME, List.of(endpoint(5263)), ROOMS);
    }

    private void connect(long run) {
        people.connected(ADA, run, NAME, endpoint(5263), ROOMS);
    }

    @Test
    void whoIsSightedAndThenConnectedAppearsOnce() {
        sight(1);
        connect(1);
        assertEquals(List.of("appeared Ada"), told.lines);
    }

    @Test
    void whoConnectsUnseenAppears() {
        connect(1);
        assertEquals(List.of("appeared Ada"), told.lines);
    }

    @Test
    void aNameGivenOnTheSessionIsShownAtOnceAndOnlyWhereItIsAnother() {
        sight(1);
        connect(1);
        people.renamed(ADA, NAME);
        people.renamed(ADA, new PeerName("Ada Lovelace"));
        assertEquals(List.of("appeared Ada", "changed Ada Lovelace"), told.lines);
    }

    @Test
    void aNameOfSomebodyNotConnectedChangesNothing() {
        sight(1);
        people.renamed(ADA, new PeerName("Ada Lovelace"));
        assertEquals(List.of("appeared Ada"), told.lines);
    }

    @Test
    void presenceThatFallsSilentTakesNobodyAwayWhoseSessionIsOpen() {
        sight(1);
        connect(1);
        people.unseen(ADA, LeaveReason.SILENT);
        assertEquals(1, people.here().size());
    }

    @Test
    void whoSaysThatItLeavesGoesWithItsSessionAndWithoutAQuestion() {
        sight(1);
        connect(1);
        people.unseen(ADA, LeaveReason.LEAVE);
        people.disconnected(ADA, SessionEnd.OTHERWISE);
        assertEquals(List.of("appeared Ada", "left Ada LEAVE"), told.lines);
        assertTrue(presence.asked.isEmpty());
    }

    @Test
    void afterALeaveNothingOfThatRunListsThePeerAgain() {
        sight(7);
        people.unseen(ADA, LeaveReason.LEAVE);
        sight(7);
        connect(7);
        assertEquals(List.of("appeared Ada", "left Ada LEAVE"), told.lines);
        sight(8);
        assertEquals("appeared Ada", told.lines.getLast());
    }

    @Test
    void aSessionThatFellSilentTakesThePeerWithIt() {
        sight(1);
        connect(1);
        people.disconnected(ADA, SessionEnd.SILENT);
        assertEquals("left Ada SILENT", told.lines.getLast());
        assertEquals(List.of(ADA), presence.forgotten);
    }

    @Test
    void whoDoesNotAnswerAfterTheSystemClosedItsSessionIsGone() {
        sight(1);
        connect(1);
        people.disconnected(ADA, SessionEnd.OTHERWISE);
        assertEquals(1, people.here().size(), "not before it was asked");
        presence.asked.getFirst().complete(false);
        assertEquals("left Ada CLOSED", told.lines.getLast());
    }

    @Test
    void whoAnswersStays() {
        sight(1);
        connect(1);
        people.disconnected(ADA, SessionEnd.OTHERWISE);
        presence.asked.getFirst().complete(true);
        assertEquals(1, people.here().size());
    }

    @Test
    void whoConnectsAnewWhileItIsAskedStaysWhateverTheAnswer() {
        sight(1);
        connect(1);
        people.disconnected(ADA, SessionEnd.OTHERWISE);
        connect(1);
        presence.asked.getFirst().complete(false);
        assertEquals(1, people.here().size());
    }

    @Test
    void aNewNameIsAChange() {
        sight(1);
        people.sighted(ADA, 1, new PeerName("Ada L"), List.of(endpoint(5263)), ROOMS);
        assertEquals(List.of("appeared Ada", "changed Ada L"), told.lines);
    }

    @Test
    void theSameAgainIsNoChange() {
        sight(1);
        sight(1);
        assertEquals(List.of("appeared Ada"), told.lines);
    }

    @Test
    void theSessionsEndpointComesFirst() {
        people.sighted(ADA, 1, NAME, List.of(endpoint(5264), endpoint(5263)), ROOMS);
        connect(1);
        assertEquals(List.of(endpoint(5263), endpoint(5264)), people.here().getFirst().endpoints());
    }
}
