package io.landline.chat.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.chat.frame.StatusFrame;
import io.landline.chat.frame.TypingFrame;
import io.landline.cost.AskPace;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who types, and what people say of themselves (docs/protocol/activity.md).
class PeerActivityTest {
    private static final Path PAGE = Path.of("../docs/protocol/activity.md");
    private static final RoomId ROOM = RoomId.of(new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    private static final RoomId OTHER = RoomId.of(new byte[]{9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final PersonStatus BUSY = new PersonStatus(State.BUSY, "exam", false);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private String types(World.Node who) {
        return "+" + who.id().brief() + " " + CONVERSATION.hex();
    }

    private String stopped(World.Node who) {
        return "-" + who.id().brief() + " " + CONVERSATION.hex();
    }

    private World.End meet() {
        World.End session = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        return session;
    }

    private void annaTypes() {
        anna.core.typing(CONVERSATION, world.uptime);
        while (world.step());
    }

    private void tickBen() {
        ben.tick(world.uptime);
    }

    // Typing

    @Test
    void whoTypesIsSeenForFiveSeconds() {
        meet();
        annaTypes();
        assertEquals(List.of(types(anna)), ben.heard.activity);
        world.pass(PeerActivity.TYPING_SHOWN.minusNanos(1));
        tickBen();
        assertEquals(List.of(types(anna)), ben.heard.activity);
        world.pass(Duration.ofNanos(1));
        tickBen();
        assertEquals(List.of(types(anna), stopped(anna)), ben.heard.activity);
    }

    @Test
    void whoTypesOnStaysSeen() {
        meet();
        for (int i = 0; i < 5; i++) {
            annaTypes();
            world.pass(PeerActivity.TYPING_EVERY);
            tickBen();
        }
        assertEquals(List.of(types(anna)), ben.heard.activity);
    }

    @Test
    void everyKeyCostsNoFrameOfItsOwn() {
        World.End session = meet();
        int before = session.all.size();
        for (int i = 0; i < 100; i++) anna.core.typing(CONVERSATION, world.uptime);
        assertEquals(before + 1, session.all.size());
        world.pass(PeerActivity.TYPING_EVERY);
        anna.core.typing(CONVERSATION, world.uptime);
        assertEquals(before + 2, session.all.size());
    }

    @Test
    void aMessageEndsTheTyping() {
        meet();
        annaTypes();
        anna.say(CONVERSATION, "done");
        while (world.step());
        assertEquals(List.of(types(anna), stopped(anna)), ben.heard.activity);
    }

    @Test
    void theEndOfTheSessionEndsIt() {
        World.End session = meet();
        annaTypes();
        world.disconnect(session, "closed");
        assertEquals(List.of(types(anna), stopped(anna)), ben.heard.activity);
        tickBen();
        assertEquals(2, ben.heard.activity.size());
    }

    @Test
    void aRoomThatIsLeftEndsIt() {
        World.End session = meet();
        annaTypes();
        session.otherEnd.rooms.remove(ROOM);
        ben.core.left(session.otherEnd, ROOM);
        assertEquals(List.of(types(anna), stopped(anna)), ben.heard.activity);
    }

    @Test
    void typingInARoomThatThePeerHasNotJoinedIsPassedOver() throws Exception {
        World.End session = meet();
        session.otherEnd.receive(new TypingFrame(ConversationId.of(OTHER)).encode());
        session.otherEnd.receive(new TypingFrame(ConversationId.direct(anna.id(), world.node().id())).encode());
        assertEquals(List.of(), ben.heard.activity);
    }

    @Test
    void aStrangerOfAnOpenRoomTypesToNobodyDirectly() throws Exception {
        world.openRooms.add(ROOM);
        World.End session = meet();
        Frame direct = new TypingFrame(ConversationId.direct(anna.id(), ben.id())).encode();
        session.otherEnd.receive(direct);
        assertEquals(List.of(), ben.heard.activity);
        assertEquals(List.of(), ben.heard.heldBack);
        world.allowedDirect.add(anna.id());
        session.otherEnd.receive(direct);
        assertEquals(1, ben.heard.activity.size());
    }

    @Test
    void aNodeThatDoesNotKnowTheseFramesGetsNone() {
        var session = world.connect(anna, ben, ROOM);
        session.capabilities = Set.of();
        anna.core.status(BUSY);
        world.settle(SOON);
        annaTypes();
        assertTrue(session.all.stream()
                .noneMatch(frame -> frame.type() == FrameType.TYPING || frame.type() == FrameType.STATUS));
    }

    // Status

    @Test
    void aStatusIsToldToWhoIsThereAndToWhoComesLater() {
        meet();
        anna.core.status(BUSY);
        world.settle(SOON);
        assertEquals(List.of(anna.id().brief() + " BUSY exam"), ben.heard.activity);
        World.Node carl = world.node();
        world.connect(anna, carl, ROOM);
        world.settle(SOON);
        assertEquals(List.of(anna.id().brief() + " BUSY exam"), carl.heard.activity);
        assertEquals(1, ben.heard.activity.size());
    }

    @Test
    void aStatusGoesWithTheSession() {
        World.End session = meet();
        anna.core.status(BUSY);
        world.settle(SOON);
        world.disconnect(session, "closed");
        assertEquals(anna.id().brief() + " HERE ", ben.heard.activity.getLast());
    }

    @Test
    void whoHasNothingToSaySendsNothing() {
        World.End session = meet();
        world.settle(SOON);
        assertTrue(session.all.stream().noneMatch(frame -> frame.type() == FrameType.STATUS));
    }

    @Test
    void ofManyChangesOneASecondIsTold() {
        World.End session = meet();
        for (int i = 0; i < 50; i++) {
            anna.core.status(new PersonStatus(State.AWAY, "text " + i, false));
            anna.tick(world.uptime);
            world.pass(Duration.ofMillis(100));
        }
        long told = session.all.stream().filter(frame -> frame.type() == FrameType.STATUS).count();
        assertEquals(6, told, "at the start, and after each of five seconds");
        world.settle(SOON);
        assertEquals(anna.id().brief() + " AWAY text 49", ben.heard.activity.getLast());
    }

    @Test
    void aLongTextIsCutAndHasOneLine() {
        String emoji = "\ud83d\ude00";
        var status = new PersonStatus(State.HERE, emoji.repeat(PersonStatus.TEXT_MAX + 1), false);
        assertEquals(emoji.repeat(PersonStatus.TEXT_MAX), status.text());
        assertEquals("a b [31mc", new PersonStatus(State.HERE, " a\nb\u001b[31mc\u0085", false).text());
    }

    // Hidden

    @Test
    void whoHidesTellsNobodyThatHeTypesOrReads() {
        meet();
        Entry said = ben.say(CONVERSATION, "seen?");
        world.settle(SOON);
        anna.core.shareActivity(false);
        annaTypes();
        anna.core.read(CONVERSATION, world.uptime);
        world.settle(SOON);
        assertEquals(List.of(anna.id().brief() + " HERE hides "), ben.heard.activity);
        assertEquals(null, ben.heard.read.get(anna.id().hex() + said.log().logHex()));
        assertEquals(1, ben.heard.delivered.get(anna.id().hex() + said.log().logHex()));
    }

    @Test
    void whoHidesDoesNotSeeItOfOthers() {
        meet();
        Entry said = anna.say(CONVERSATION, "seen?");
        world.settle(SOON);
        anna.core.shareActivity(false);
        ben.core.typing(CONVERSATION, world.uptime);
        ben.core.read(CONVERSATION, world.uptime);
        world.settle(SOON);
        assertEquals(List.of(), anna.heard.activity);
        assertEquals(null, anna.heard.read.get(ben.id().hex() + said.log().logHex()));
    }

    @Test
    void whoHidesFromNowOnSeesNobodyTypeAnyMore() {
        meet();
        annaTypes();
        ben.core.shareActivity(false);
        assertEquals(List.of(types(anna), stopped(anna)), ben.heard.activity);
    }

    @Test
    void whatWasReadMeanwhileIsToldWhenItIsSharedAgain() {
        meet();
        Entry said = ben.say(CONVERSATION, "seen?");
        world.settle(SOON);
        anna.core.shareActivity(false);
        anna.core.read(CONVERSATION, world.uptime);
        world.settle(SOON);
        anna.core.shareActivity(true);
        world.settle(SOON);
        assertEquals(1, ben.heard.read.get(anna.id().hex() + said.log().logHex()));
    }

    // Hostile

    @Test
    void framesThatAreNotWhatTheirTypeSaysAreRefused() {
        for (int bytes : new int[]{0, 15, 17}) {
            assertThrows(MalformedFrameException.class, () -> TypingFrame.decode(new byte[bytes]));
        }
        for (byte[] body : List.of(new byte[0], new byte[1], new byte[]{0, 2}, new byte[]{0, 0, (byte) 0xff},
                new byte[StatusFrame.BODY_BYTES_MAX + 1])) {
            assertThrows(MalformedFrameException.class, () -> StatusFrame.decode(body));
        }
    }

    @Test
    void theLargestStatusAndAStateOfALaterVersionAreTaken() throws Exception {
        assertEquals(80, StatusFrame.decode(new StatusFrame(
                new PersonStatus(State.AWAY, "\ud83d\ude00".repeat(80), true)).encode().body())
                .status()
                .text()
                .codePointCount(0, 160));
        assertEquals(State.HERE, StatusFrame.decode(new byte[]{3, 0}).status().state());
    }

    /// A peer of another program sends more characters than it may, in as many bytes.
    @Test
    void aTextOfTooManyCharactersIsCut() throws Exception {
        byte[] body = ("\0\0" + "x".repeat(StatusFrame.BODY_BYTES_MAX - 2)).getBytes(UTF_8);
        assertEquals("x".repeat(PersonStatus.TEXT_MAX), StatusFrame.decode(body).status().text());
    }

    @Test
    void aFloodIsDroppedAndEndsAsOneOfConversations() {
        World.End session = meet();
        assertThrows(MalformedFrameException.class, () -> {
            for (int i = 0; i < 5_000; i++) {
                session.otherEnd.receive(new StatusFrame(
                        new PersonStatus(State.AWAY, "flood " + i, false)).encode());
            }
        });
        assertEquals(AskPace.ACTIVITY_SAVED_MAX, ben.heard.activity.size());
    }

    @Test
    void h38_whoComesAgainWithoutEndIsToldToTypeAndToBeAwayNoMoreOften() throws Exception {
        for (int i = 0; i < 100; i++) {
            World.End session = world.connect(anna, ben, ROOM);
            session.otherEnd.receive(new TypingFrame(CONVERSATION).encode());
            session.otherEnd.receive(new StatusFrame(new PersonStatus(State.AWAY, "no. " + i, false)).encode());
            world.disconnect(session, "closed");
        }
        assertEquals(4 * AskPace.ACTIVITY_SAVED_MAX, ben.heard.activity.size(), "each begins and ends");
    }

    @Test
    void ofAFloodTheLastCountsASecondLater() throws Exception {
        World.End session = meet();
        for (int i = 0; i < 20; i++) {
            session.otherEnd.receive(new StatusFrame(new PersonStatus(State.AWAY, "no. " + i, false)).encode());
        }
        assertEquals(anna.id().brief() + " AWAY no. 2", ben.heard.activity.getLast());
        world.pass(Duration.ofSeconds(1));
        assertEquals(anna.id().brief() + " AWAY no. 19", ben.heard.activity.getLast());
        world.pass(Duration.ofSeconds(5));
        assertEquals(AskPace.ACTIVITY_SAVED_MAX + 1, ben.heard.activity.size());
    }

    @Test
    void aSecondLaterOneMoreIsTaken() throws Exception {
        World.End session = meet();
        for (int second = 0; second < 4; second++) {
            for (int i = 0; i < 10; i++) {
                session.otherEnd.receive(new StatusFrame(
                        new PersonStatus(State.AWAY, second + "." + i, false)).encode());
            }
            world.pass(Duration.ofSeconds(1));
        }
        assertEquals(AskPace.ACTIVITY_SAVED_MAX + 4, ben.heard.activity.size());
        assertFalse(session.otherEnd.closedBecause.contains("frames"));
    }

    // The page

    @Test
    void theExamplesOnThePageAreWhatThisProgramWrites() throws IOException, MalformedFrameException {
        byte[] typing = ProtocolPageTest.example(PAGE, "hex typing");
        assertEquals(CONVERSATION, TypingFrame.decode(typing).conversation());
        assertArrayEquals(typing, new TypingFrame(CONVERSATION).encode().body());
        byte[] status = ProtocolPageTest.example(PAGE, "hex status");
        var said = new PersonStatus(State.BUSY, "exam until 12 — é", false);
        assertEquals(said, StatusFrame.decode(status).status());
        assertArrayEquals(status, new StatusFrame(said).encode().body());
    }
}
