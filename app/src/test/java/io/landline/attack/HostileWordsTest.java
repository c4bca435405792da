package io.landline.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.NewWords;
import io.landline.chat.act.Continuation;
import io.landline.chat.words.WordsChange.State;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.node.Node;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.testing.BackgroundFailures;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A member who lies about new words for the room, at a real node on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class HostileWordsTest {
    /// Steps of new words that may wait at a node.
    private static final int WAITING = 64;
    private static final RoomName NAME = new RoomName(Target.KEYED_ROOM);
    private static final RoomKey NEW = RoomKey.of("stone cloud lamp tiger");
    private static final byte[] SALT = new byte[Continuation.SALT_BYTES];

    @TempDir
    Path folder;
    private final BlockingQueue<NodeEvent.WordsChanged> told = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Identity mallory = Identity.generate();
    private Node node;
    private Subscription watching;
    private Target target;
    private HostileSession session;
    private RoomId old;

    @BeforeEach
    void joinAsAMember() throws Exception {
        node = Node.open(new NodeOptions(folder.resolve("Ada"), new PeerName("Ada"),
                List.of(new RequestedRoom(NAME, false, Target.KEY),
                        new RequestedRoom(new RoomName(Target.OPEN_ROOM), true, null)),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false));
        watching = node.watch((event, _) -> {
            if (event instanceof NodeEvent.WordsChanged changed) told.add(changed);
            if (event instanceof NodeEvent.SessionClosed) gone.countDown();
        });
        node.start();
        target = Target.of("127.0.0.1", node.status().tcpPort(), false, "127.0.0.2", 1, "", 1);
        old = target.room().id();
        session = HostileSession.join(target, mallory, 0);
        session.hear(frame -> {
            if (frame.type() == FrameType.WORDS_HELD) heard.add(frame);
        });
    }

    @AfterEach
    void close() {
        session.close();
        watching.close();
        node.close();
    }

    private static RoomId idOf(RoomKey words) {
        return Room.keyed(NAME, words).id();
    }

    /// What an honest author would send, but for these.
    private NewWords words(Identity author, RoomKey words, RoomId from, RoomId announced, Fingerprint chosen) {
        byte[] body = Continuation.of(SALT, from, announced, 7, Set.of(chosen)).toBody();
        Entry entry = new Author(author, ConversationId.of(announced), 1).write(8, EntryKind.CONTINUES, body);
        return new NewWords(SALT, words, entry);
    }

    private NewWords honest(RoomKey words) {
        return words(mallory, words, old, idOf(words), node.fingerprint());
    }

    private void send(NewWords words) throws Exception {
        session.send(FrameType.NEW_WORDS, words.toFrame().body());
    }

    @Test
    void h30_whatDoesNotCountAsksNobody() throws Exception {
        Fingerprint ada = node.fingerprint();
        send(words(mallory, RoomKey.of("other words"), old, idOf(NEW), ada)); // another id than announced
        send(words(mallory, RoomKey.of(Target.KEY), old, old, ada)); // the room continues itself
        send(words(mallory, NEW, idOf(RoomKey.of("elsewhere")), idOf(NEW), ada)); // no room of both
        send(words(mallory, NEW, old, idOf(NEW), mallory.fingerprint())); // for somebody else
        offer();
        assertEquals(Target.KEY, node.rooms().rooms().getFirst().words());
        assertNull(told.poll());
    }

    /// The user is asked about new words that count, and about no others.
    private void offer() throws Exception {
        send(honest(NEW));
        NodeEvent.WordsChanged asked = told.poll(Patience.SECONDS, TimeUnit.SECONDS);
        assertNotNull(asked);
        assertEquals(idOf(NEW).hex(), asked.change());
        assertEquals(State.OFFERED, asked.state(), "an author who is not verified asks");
        assertNotNull(heard.poll(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void h30_aReplayAsksNobodyAgain() throws Exception {
        offer();
        session.close();
        session = HostileSession.join(target, mallory, 0);
        session.hear(frame -> {
            if (frame.type() == FrameType.WORDS_HELD) heard.add(frame);
        });
        send(honest(NEW));
        assertNotNull(heard.poll(Patience.SECONDS, TimeUnit.SECONDS), "a replay is answered");
        assertNull(told.poll(), "and asks nobody again");
        assertEquals(1, node.rooms().offeredWords().size());
    }

    @Test
    void h38_whoseWordsDidNotFitTwiceIsNotCheckedAgain() throws Exception {
        offer();
        send(words(mallory, RoomKey.of("other words"), old, idOf(RoomKey.of("first")), node.fingerprint()));
        send(words(mallory, RoomKey.of("other words"), old, idOf(RoomKey.of("second")), node.fingerprint()));
        send(honest(RoomKey.of("these fit")));
        send(honest(NEW));
        Frame next = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "what is known already costs nothing, and is answered");
        assertEquals(idOf(NEW), NewWords.held(next.body()));
        assertNull(told.poll());
    }

    /// An open room has no words that could change.
    @Test
    void newWordsOfAnOpenRoomAreNotEvenChecked() throws Exception {
        Target hall = Target.of("127.0.0.1", node.status().tcpPort(), true, "127.0.0.2", 1, "", 1);
        Identity eve = Identity.generate();
        RoomId announced = Room.keyed(hall.room().name(), NEW).id();
        try (HostileSession stranger = HostileSession.join(hall, eve, 0)) {
            byte[] body = words(eve, NEW, hall.room().id(), announced, node.fingerprint()).toFrame().body();
            stranger.send(FrameType.NEW_WORDS, body);
            stranger.send(FrameType.NEW_WORDS, new byte[0]); // ends the session once the words were worked off
            assertFalse(!gone.await(Patience.SECONDS, TimeUnit.SECONDS), "the session goes on");
        }
        offer();
        assertEquals(1, node.rooms().offeredWords().size());
    }

    /// More than the places of steps that wait, while one step takes a third of a second.
    @Test
    void h38_answersThatNobodyWaitsForTakeNoPlaceOfNewWords() throws Exception {
        byte[] held = NewWords.heldFrame(idOf(RoomKey.of("nobody gave these"))).body();
        NewWords other = words(mallory, RoomKey.of("other words"), old, idOf(NEW), node.fingerprint());
        NewWords honest = honest(NEW);
        send(other);
        for (int n = 0; n < 4 * WAITING; n++) session.send(FrameType.WORDS_HELD, held);
        send(honest);
        assertNotNull(heard.poll(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void h27_wordsThatAnotherOneSignedEndTheSession() throws Exception {
        send(words(Identity.generate(), NEW, old, idOf(NEW), node.fingerprint()));
        assertFalse(!gone.await(Patience.SECONDS, TimeUnit.SECONDS), "the session goes on");
        assertNull(told.poll());
    }

    @Test
    void aForgedEntryEndsTheSession() throws Exception {
        byte[] body = honest(NEW).toFrame().body();
        body[body.length - 1] ^= 1;
        session.send(FrameType.NEW_WORDS, body);
        assertFalse(!gone.await(Patience.SECONDS, TimeUnit.SECONDS), "the session goes on");
        assertNull(told.poll());
    }
}
