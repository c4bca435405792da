package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NegotiatorTest {
    static final Room CLASS = keyed("class", 1);
    static final Room CLASS_OTHER_KEY = keyed("class", 2);
    static final Room CLUB = keyed("club", 3);
    static final Room OPEN_CLASS = Room.open(new RoomName("Class"));

    private final TwoNodes nodes = new TwoNodes();

    /// A room whose stretched key is given, since stretching takes 0.3 s.
    static Room keyed(String name, int key) {
        byte[] stretched = new byte[StretchedKey.BYTES];
        stretched[0] = (byte) key;
        return Room.restored(new RoomName(name), RoomKey.of("amber fox piano river"), StretchedKey.of(stretched));
    }

    private void assertTold(List<String> client, List<String> server) {
        assertEquals(client, nodes.client.told, "client");
        assertEquals(server, nodes.server.told, "server");
    }

    private void assertBothTold(String... events) {
        assertTold(List.of(events), List.of(events));
    }

    @Test
    void theSameKeyJoinsAndBothSidesKeepTheProof() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        assertBothTold("joined #class", "settled");
        assertTrue(nodes.client.trust.proofsOf(nodes.server.identity.fingerprint()).contains(CLASS.id()));
        assertTrue(nodes.server.trust.provers(CLASS.id()).contains(nodes.client.identity.fingerprint()));
    }

    @Test
    void theSecondMeetingNeedsNoExchange() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.meet(List.of(CLASS), List.of(CLASS));
        assertBothTold("joined #class", "settled");
        assertEquals(0, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void aProofThatOnlyOneSideStillHoldsLeadsToAnExchange() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.server.trust.forget(nodes.client.identity.fingerprint());
        nodes.meet(List.of(CLASS), List.of(CLASS));
        assertBothTold("joined #class", "settled");
        assertEquals(1, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void aNewKeyIsProvenAnew() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.meet(List.of(CLASS_OTHER_KEY), List.of(CLASS_OTHER_KEY));
        assertBothTold("joined #class", "settled");
        assertEquals(1, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void h29_aWrongKeyIsRefusedOnBothSidesOnce() {
        nodes.meet(List.of(CLASS), List.of(CLASS_OTHER_KEY));
        assertBothTold("refused #class wrong-key", "settled without");
        assertTrue(nodes.client.trust.pinned().isEmpty());
        assertTrue(nodes.server.trust.pinned().isEmpty());
    }

    @Test
    void h31_ofTwoRoomsOfOneNameTheFittingPairJoinsWithoutARefusal() {
        nodes.meet(List.of(CLASS, CLASS_OTHER_KEY), List.of(CLASS_OTHER_KEY));
        assertBothTold("joined #class", "settled");
        assertEquals(2, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void atMostFourPairsOfOneNameAreTried() {
        List<Room> ours = List.of(keyed("class", 10), keyed("class", 11), keyed("class", 12));
        List<Room> theirs = List.of(keyed("class", 20), keyed("class", 21), keyed("class", 12));
        nodes.meet(ours, theirs);
        assertBothTold("refused #class wrong-key", "settled without");
        assertEquals(RoomTable.PAIRS_A_NAME_MAX, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void everyNameIsTriedOnItsOwn() {
        nodes.meet(List.of(CLASS, CLUB), List.of(CLUB, CLASS_OTHER_KEY));
        assertBothTold("joined #club", "refused #class wrong-key", "settled");
    }

    @Test
    void anOpenRoomJoinsByBeingListedAndPins() {
        nodes.meet(List.of(OPEN_CLASS), List.of(Room.open(new RoomName("class"))));
        assertEquals(List.of("joined #Class (open)", "settled"), nodes.client.told);
        assertEquals(List.of("joined #class (open)", "settled"), nodes.server.told);
        assertEquals(1, nodes.client.trust.pinned().size());
        assertTrue(nodes.client.trust.proofsOf(nodes.server.identity.fingerprint()).isEmpty());
    }

    @Test
    void h38_aRoomThatIsLeftAndJoinedAgainAsksTheDiskForNothing() {
        nodes.meet(List.of(CLASS, OPEN_CLASS, CLUB), List.of(CLASS, OPEN_CLASS, CLUB));
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLUB)));
        nodes.carry();
        nodes.server.trust.failWith(new IllegalStateException("the disk is asked"));
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS, OPEN_CLASS, CLUB)));
        nodes.carry();
        assertEquals(2, nodes.server.told.stream().filter("joined #class"::equals).count(),
                nodes.server.told::toString);
    }

    @Test
    void h38_anOpenRoomThatIsLeftAndJoinedAgainPinsOnceAConnection() {
        nodes.meet(List.of(OPEN_CLASS, CLUB), List.of(OPEN_CLASS, CLUB));
        nodes.server.trust.forget(nodes.client.identity.fingerprint());
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLUB)));
        nodes.carry();
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(OPEN_CLASS, CLUB)));
        nodes.carry();
        assertEquals(2, nodes.server.told.stream().filter(each -> each.startsWith("joined #Class")).count());
        assertTrue(nodes.server.trust.pinned().isEmpty(), "nothing is written at the second time");
    }

    @Test
    void anOpenRoomNeverMeetsAKeyedOneOfTheSameName() {
        nodes.meet(List.of(OPEN_CLASS), List.of(CLASS));
        assertTold(List.of("refused #Class (open) open-differs", "settled without"),
                List.of("refused #class open-differs", "settled without"));
        assertEquals(0, nodes.client.sentOf(FrameType.EXCHANGE));
    }

    @Test
    void nothingInCommonIsSaidOnce() {
        nodes.meet(List.of(CLASS), List.of(CLUB));
        assertBothTold("refused - no-common-room", "settled without");
    }

    @Test
    void aBlockedPeerIsToldSoAndGetsNothingElse() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.server.trust.setBlocked(nodes.client.identity.fingerprint(), true);
        nodes.meet(List.of(CLASS), List.of(CLASS));
        assertBothTold("refused - blocked", "settled without");
        assertEquals(0, nodes.server.sentOf(FrameType.PROVEN));
    }

    @Test
    void aRoomThatEitherSideLeavesIsLeftOnBothSides() {
        nodes.meet(List.of(CLASS, CLUB), List.of(CLASS, CLUB));
        nodes.client.told.clear();
        nodes.server.told.clear();
        nodes.server.happens(() -> nodes.server.negotiator.ourRooms(List.of(CLUB)));
        nodes.carry();
        assertBothTold("left", "settled");
    }

    @Test
    void aRoomThatIsJoinedLaterIsProvenOnTheOpenConnection() {
        nodes.meet(List.of(CLASS), List.of(CLASS, CLUB));
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS, CLUB)));
        nodes.carry();
        assertBothTold("joined #class", "settled", "joined #club", "settled");
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS)));
        nodes.carry();
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS, CLUB)));
        nodes.carry();
        assertBothTold("joined #class", "settled", "joined #club", "settled", "left", "settled", "joined #club",
                "settled");
        assertEquals(2, nodes.client.sentOf(FrameType.EXCHANGE), "coming back needs no exchange");
    }

    @Test
    void aKeyThatIsSetRightOnTheOpenConnectionIsTriedAgain() {
        nodes.connect(List.of(CLASS, CLUB), List.of(CLASS_OTHER_KEY, CLUB));
        nodes.begin();
        nodes.carry();
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS_OTHER_KEY, CLUB)));
        nodes.carry();
        assertBothTold("joined #club", "refused #class wrong-key", "settled", "joined #class", "settled");
    }

    @Test
    void aFifthKeyOfOneNameNeedsANewConnection() {
        nodes.meet(List.of(keyed("class", 11), CLUB), List.of(CLASS, CLUB));
        for (int key = 12; key <= 14; key++) {
            List<Room> typed = List.of(keyed("class", key), CLUB);
            nodes.client.happens(() -> nodes.client.negotiator.ourRooms(typed));
            nodes.carry();
        }
        assertTold(
                List.of("joined #club", "refused #class wrong-key", "settled", "refused #class wrong-key", "settled",
                        "refused #class wrong-key", "settled", "refused #class wrong-key", "settled"),
                List.of("joined #club", "refused #class wrong-key", "settled", "settled", "settled", "settled"));
        nodes.client.told.clear();
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS, CLUB)));
        nodes.carry();
        assertEquals(List.of("start-over"), nodes.client.told);
        assertEquals(4, nodes.client.sentOf(FrameType.EXCHANGE) - 1, "the fifth is not begun, and the club's was one");
        nodes.meet(List.of(CLASS, CLUB), List.of(CLASS, CLUB));
        assertBothTold("joined #club", "joined #class", "settled");
    }

    @Test
    void anExchangeOfANameThatHasFailedTooOftenIsEndedWithoutAnAnswer() {
        nodes.meet(List.of(keyed("class", 11), CLUB), List.of(CLASS, CLUB));
        for (int slot = 3; slot <= 6; slot++) {
            relistAtServer(slot);
            boolean mayGuess = slot <= 5;
            nodes.server.allSent.clear();
            int number = slot;
            nodes.server.happens(() -> nodes.server.negotiator.received(TwoNodes.frame(FrameType.EXCHANGE,
                    "{\"exchange\":" + number + ",\"mine\":" + number + ",\"yours\":1}")));
            nodes.server.happens(() -> nodes.server.negotiator.received(TwoNodes.frame(FrameType.SHARE,
                    "{\"exchange\":" + number + ",\"share\":\"" + "09".repeat(32) + "\"}")));
            assertEquals(mayGuess ? 1 : 0, nodes.server.sentOf(FrameType.SHARE), "slot " + slot);
            nodes.server.happens(() -> nodes.server.negotiator.received(TwoNodes.frame(FrameType.TAG,
                    "{\"exchange\":" + number + ",\"tag\":\"" + "0a".repeat(64) + "\"}")));
            assertEquals(1, nodes.server.sentOf(FrameType.TAG));
        }
        assertEquals(1, nodes.server.told.stream().filter("refused #class wrong-key"::equals).count(),
                nodes.server.told.toString());
        assertFalse(nodes.server.told.contains("failed"));
    }

    /// The client lists its room of the class under a new slot, beside the club that is joined.
    private void relistAtServer(int slot) {
        nodes.server.happens(() -> nodes.server.negotiator.received(TwoNodes.frame(FrameType.ROOMS,
                "{\"rooms\":[{\"slot\":" + slot + ",\"name\":\"class\",\"open\":false},"
                        + "{\"slot\":2,\"name\":\"club\",\"open\":false}]}")));
        nodes.server
                .happens(() -> nodes.server.negotiator.received(TwoNodes.frame(FrameType.PROVEN, "{\"rooms\":[]}")));
    }

    @Test
    void roomsThatChangedBetweenTheHellosAreSaidAtOnce() {
        nodes.connect(List.of(CLUB), List.of(CLASS));
        List<RoomSlot> stale = nodes.client.negotiator.listed();
        List<RoomSlot> serverSlots = nodes.server.negotiator.listed();
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS)));
        nodes.client.happens(() -> nodes.client.negotiator.begin(serverSlots));
        nodes.server.happens(() -> nodes.server.negotiator.begin(stale));
        nodes.carry();
        assertBothTold("joined #class", "settled");
    }

    @Test
    void bothSidesMayChangeTheirRoomsAtTheSameMoment() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.client.happens(() -> nodes.client.negotiator.ourRooms(List.of(CLASS, CLUB)));
        nodes.server.happens(() -> nodes.server.negotiator.ourRooms(List.of(CLUB)));
        nodes.carry();
        assertBothTold("joined #class", "settled", "left", "joined #club", "settled");
    }

    @Test
    void aRoomThatLeavesInTheMiddleOfItsExchangeEndsThatExchangeOnly() {
        nodes.connect(List.of(CLASS, CLUB), List.of(CLASS, CLUB));
        nodes.begin();
        while (nodes.client.sentOf(FrameType.TAG) == 0) {
            nodes.carryOne(nodes.client, nodes.server);
            nodes.carryOne(nodes.server, nodes.client);
        }
        nodes.server.happens(() -> nodes.server.negotiator.ourRooms(List.of(CLUB)));
        nodes.carry();
        assertFalse(nodes.client.told.contains("failed") || nodes.server.told.contains("failed"));
        assertTrue(nodes.client.told.contains("joined #club") && nodes.server.told.contains("joined #club"));
        assertFalse(nodes.client.told.contains("joined #class"));
    }

    @Test
    void aPeerThatSaysNothingOfItsProofsIsGivenUp() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.server.wire = _ -> null;
        nodes.begin();
        nodes.carry();
        nodes.pass(Negotiator.PROVEN_TIME_MAX);
        assertEquals(List.of("failed"), nodes.client.told);
    }

    @Test
    void aClientThatNeverBeginsIsNotWaitedForLongerThanAnExchange() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.client.wire = frame -> frame.type() == FrameType.PROVEN ? frame : null;
        nodes.begin();
        nodes.carry();
        nodes.pass(ExchangeRun.TIME_MAX.minusMillis(1));
        assertEquals(List.of(), nodes.server.told);
        nodes.pass(Duration.ofMillis(1));
        nodes.pass(Negotiator.LAST_WORD_TIME_MAX);
        assertEquals(List.of("settled without"), nodes.server.told);
    }

    @Test
    void aFailureThatNobodyWasToldOfIsToldAtTheEnd() {
        nodes.connect(List.of(CLASS, keyed("class", 7)), List.of(CLASS_OTHER_KEY));
        nodes.client.wire = frame -> nodes.client.sentOf(FrameType.EXCHANGE) > 1 ? null : frame;
        nodes.begin();
        nodes.carry();
        assertEquals(List.of(), nodes.server.told);
        nodes.server.negotiator.close();
        assertEquals(List.of("refused #class wrong-key"), nodes.server.told);
    }

    @Test
    void whoFailedWaitsForTheLastWordOfTheOther() {
        nodes.connect(List.of(CLASS), List.of(CLUB));
        nodes.server.wire = frame -> frame.type() == FrameType.REFUSED ? null : frame;
        nodes.begin();
        nodes.carry();
        assertEquals(List.of("refused - no-common-room"), nodes.client.told);
        nodes.pass(Negotiator.LAST_WORD_TIME_MAX);
        assertEquals(List.of("refused - no-common-room", "settled without"), nodes.client.told);
    }
}
