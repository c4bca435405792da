package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.handshake.RelistingServer.Manner;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rooms that our user tries words for, before they are rooms of ours (docs/protocol/handshake.md, "What each
/// concludes"). A trial is a guess too (H29).
class TrialTest {
    private static final Room CLASS = NegotiatorTest.CLASS;
    private static final Room WRONG = NegotiatorTest.CLASS_OTHER_KEY;
    private static final Room CLUB = NegotiatorTest.CLUB;

    private final TwoNodes nodes = new TwoNodes();

    /// The client, or the server, tries a room that the other is in.
    private TwoNodes.Node tries(boolean client, Room trial, List<Room> own, List<Room> others) {
        nodes.connect(client ? own : others, client ? others : own);
        TwoNodes.Node trying = client ? nodes.client : nodes.server;
        trying.happens(() -> trying.negotiator.trials(List.of(trial)));
        nodes.begin();
        nodes.carry();
        return trying;
    }

    private static boolean hasSaid(TwoNodes.Node node, String what) {
        return node.allSent.stream()
                .anyMatch(frame -> new String(frame.body(), StandardCharsets.UTF_8).contains(what));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rightWordsJoinWhicheverSideTriesThem(boolean client) {
        TwoNodes.Node trying = tries(client, CLASS, List.of(), List.of(CLASS));
        assertEquals(List.of("joined #class", "settled"), trying.told);
        assertTrue((client ? nodes.server : nodes.client).told.contains("joined #class"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wordsAreTriedAlsoByWhoHasMoreRoomsThanAListHolds(boolean client) {
        List<Room> many = IntStream.rangeClosed(1, RoomSlot.MAX_ROOMS).mapToObj(TrialTest::numbered).toList();
        TwoNodes.Node trying = tries(client, CLASS, many, List.of(CLASS));
        assertEquals(List.of("joined #class", "settled"), trying.told);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRoomBeyondTheListIsJoinedWhereThePeerListsIt(boolean client) {
        List<Room> many = Stream
                .concat(IntStream.rangeClosed(1, RoomSlot.MAX_ROOMS).mapToObj(TrialTest::numbered), Stream.of(CLASS))
                .toList();
        nodes.connect(client ? many : List.of(CLASS), client ? List.of(CLASS) : many);
        nodes.begin();
        nodes.carry();
        assertTrue((client ? nodes.client : nodes.server).told.contains("joined #class"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wordsAreTriedOfARoomThatSomebodyWithMoreRoomsThanAListHoldsHasJustMade(boolean client) {
        List<Room> many = Stream
                .concat(IntStream.rangeClosed(1, RoomSlot.MAX_ROOMS).mapToObj(TrialTest::numbered), Stream.of(CLASS))
                .toList();
        TwoNodes.Node trying = tries(client, CLASS, List.of(), many);
        assertTrue(trying.told.contains("joined #class"), trying.told.toString());
    }

    @Test
    void twoThatBothHaveMoreRoomsThanAListHoldsComeToAnEndWithTheirLists() {
        List<Room> upwards = IntStream.rangeClosed(1, 3 * RoomSlot.MAX_ROOMS).mapToObj(TrialTest::numbered).toList();
        nodes.connect(upwards, upwards.reversed());
        nodes.begin();
        nodes.carry();
        long joined = nodes.client.told.stream().filter(told -> told.startsWith("joined ")).count();
        assertEquals(RoomSlot.MAX_ROOMS, joined, nodes.client.told.toString());
    }

    private static Room numbered(int number) {
        return Room.open(new RoomName("room " + number));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void wrongWordsAreRefusedWhicheverSideTriesThem(boolean client) {
        TwoNodes.Node trying = tries(client, WRONG, List.of(), List.of(CLASS));
        assertTrue(trying.told.contains("refused #class wrong-key"), trying.told.toString());
        assertTrue(trying.trust.pinned().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPeerThatDoesNotListTheNameDoesNotHearOfIt(boolean client) {
        TwoNodes.Node trying = tries(client, CLASS, List.of(CLUB), List.of(CLUB));
        assertEquals(0, trying.sentOf(FrameType.ROOMS));
        assertFalse(hasSaid(trying, "class"));
        assertEquals(List.of("joined #club", "settled"), trying.told);
    }

    @Test
    void aPeerWithAnOpenRoomOfThatNameDoesNotHearOfItEither() {
        TwoNodes.Node trying = tries(true, CLASS, List.of(), List.of(NegotiatorTest.OPEN_CLASS));
        assertEquals(0, trying.sentOf(FrameType.ROOMS));
    }

    @Test
    void aPeerThatListsTheNameLaterHearsOfItThen() {
        TwoNodes.Node trying = tries(true, CLASS, List.of(CLUB), List.of(CLUB));
        nodes.server.happens(() -> nodes.server.negotiator.ourRooms(List.of(CLUB, CLASS)));
        nodes.carry();
        assertTrue(trying.told.contains("joined #class"), trying.told.toString());
    }

    @Test
    void aTrialIsTriedOnAConnectionThatIsOpen() {
        nodes.meet(List.of(CLUB), List.of(CLUB, CLASS));
        nodes.client.happens(() -> nodes.client.negotiator.trials(List.of(CLASS)));
        nodes.carry();
        assertTrue(nodes.client.told.contains("joined #class"), nodes.client.told.toString());
    }

    @Test
    void theIdOfATrialIsToldToNobodyHoweverWellThePeerIsKnown() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        TwoNodes.Node trying = tries(true, CLASS, List.of(), List.of(CLASS));
        assertFalse(hasSaid(trying, CLASS.id().hex()));
        assertEquals(1, trying.sentOf(FrameType.EXCHANGE), "the words are proven anew");
        assertTrue(trying.told.contains("joined #class"));
    }

    @Test
    void aTrialThatBecameARoomStaysJoinedUnderItsSlot() {
        TwoNodes.Node trying = tries(true, CLASS, List.of(), List.of(CLASS));
        List<RoomSlot> before = trying.negotiator.listed();
        trying.happens(() -> trying.negotiator.ourRooms(List.of(CLASS)));
        trying.happens(() -> trying.negotiator.trials(List.of()));
        nodes.carry();
        assertEquals(before, trying.negotiator.listed());
        assertFalse(trying.told.contains("left"), trying.told.toString());
        assertFalse(nodes.server.told.contains("left"), nodes.server.told.toString());
    }

    @Test
    void aTrialThatIsGivenUpIsOffTheList() {
        TwoNodes.Node trying = tries(true, WRONG, List.of(CLUB), List.of(CLUB, CLASS));
        trying.happens(() -> trying.negotiator.trials(List.of()));
        nodes.carry();
        assertEquals(List.of(CLUB.listing()), trying.negotiator.listed().stream().map(RoomSlot::listing).toList());
        assertFalse(trying.told.contains("left"));
    }

    @Test
    void correctedWordsAreTriedOnTheSameConnection() {
        TwoNodes.Node trying = tries(true, WRONG, List.of(CLUB), List.of(CLUB, CLASS));
        trying.happens(() -> trying.negotiator.trials(List.of(CLASS)));
        nodes.carry();
        assertTrue(trying.told.contains("joined #class"), trying.told.toString());
    }

    @Test
    void h4_fourTrialsOfANameAreAllThatOneConnectionTakes() {
        TwoNodes.Node trying = tries(true, NegotiatorTest.keyed("class", 11), List.of(CLUB), List.of(CLUB, CLASS));
        for (int key = 12; key <= 14; key++) {
            List<Room> typed = List.of(NegotiatorTest.keyed("class", key));
            trying.happens(() -> trying.negotiator.trials(typed));
            nodes.carry();
        }
        trying.happens(() -> trying.negotiator.trials(List.of(CLASS)));
        nodes.carry();
        assertTrue(trying.told.contains("start-over"), trying.told.toString());
        assertFalse(trying.told.contains("joined #class"));
    }

    @Test
    void h4_aPeerThatTakesTheNameOffItsListAndBackEarnsNoFurtherGuessAtATrial() {
        byte[] connection = RelistingServer.connection("trial");
        var server = new RelistingServer(nodes, Manner.ANSWERS, connection, List.of(CLASS));
        nodes.client.on(Role.CLIENT, nodes.server.identity, InetAddress.getLoopbackAddress(), connection, List.of(),
                true);
        nodes.client.happens(() -> nodes.client.negotiator.trials(List.of(CLASS)));
        List<RoomSlot> slots = server.slots();
        nodes.client.happens(() -> nodes.client.negotiator.begin(slots));
        server.sayNothingIsProven();
        server.sayNothingIsProven(); // for the client's own list
        for (int second = 0; second < 60; second++) {
            server.answer(10);
            server.unlistAndRelist();
            nodes.passAtClient(Duration.ofSeconds(1));
        }
        server.answer(600);
        assertFalse(nodes.client.told.contains("failed"), nodes.client.told.toString());
        assertEquals(RoomTable.PAIRS_A_NAME_MAX, server.guesses());
    }
}
