package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.LogState;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.WantFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A member that hands on what others wrote, and takes the bodies out (finding H1).
class WithheldBodiesTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(7);
    private final World.Node author = world.node();
    private final World.Node honest = world.node();
    private final World.Node away = world.node();

    /// Answers what it is asked with what `holder` has, without bodies.
    private static void answerStripped(World.End end, World.Node holder, Frame frame) throws MalformedFrameException {
        WantFrame want = WantFrame.decode(frame.body());
        var stripped = new ArrayList<Entry>();
        for (WantFrame.Range range : want.ranges()) {
            List<Entry> run = holder.stores.entries()
                    .range(range.log(), range.from(), range.to(), range.backwards(), Integer.MAX_VALUE);
            for (Entry entry : run) stripped.add(new Entry(entry.header(), entry.signature(), null));
        }
        end.receive(new EntriesFrame(want.request(), want.conversation(), stripped).encode());
    }

    private static List<Frame> wants(World.End end) {
        return end.all.stream().filter(frame -> frame.type() == FrameType.WANT).toList();
    }

    @Test
    void h1_whoeverHandsOnFirstErasesNothing() throws MalformedFrameException {
        world.connect(author, honest, ROOM);
        for (int i = 0; i < 5; i++) author.say(CONVERSATION, "text " + i);
        world.settle(Duration.ofSeconds(1));
        Identity thief = Identity.generate();
        World.End theirs = world.scripted(away, thief, ROOM);
        away.core.joined(theirs, ROOM);
        admitAuthor(theirs, thief);
        var rows = new ArrayList<HaveFrame.Row>();
        for (LogState log : honest.stores.entries().logs(CONVERSATION)) {
            rows.add(new HaveFrame.Row(log.authorKey(), log.key().log(), log.from(), log.to(), log.hash(), log.from()));
        }
        theirs.receive(new HaveFrame(CONVERSATION, false, rows).encode());
        assertTrue(!wants(theirs).isEmpty(), "the thief was asked");
        answerStripped(theirs, honest, wants(theirs).getLast());
        assertTrue(away.history(CONVERSATION).isEmpty());
        assertTrue(theirs.all.stream().noneMatch(frame -> frame.type() == FrameType.DELIVERED));
        world.connect(away, honest, ROOM);
        world.settle(Duration.ofMinutes(2));
        assertEquals(List.of("text 0", "text 1", "text 2", "text 3", "text 4"),
                away.history(CONVERSATION).stream().map(World::text).toList());
    }

    private void admitAuthor(World.End end, Identity signer) throws MalformedFrameException {
        Admission admission = Admission.signed(signer, ROOM, author.identity.publicKey(), world.clock);
        end.receive(new AdmissionsFrame(List.of(admission)).encode());
    }

    @Test
    void h1_olderEntriesWithoutTheirBodiesAreNotTakenEither() throws MalformedFrameException {
        Author peer = Author.of(CONVERSATION, 1);
        World.End session = world.scripted(away, peer.identity, ROOM);
        List<Entry> all = peer.texts(6);
        Entry last = all.get(5);
        session.receive(new HaveFrame(CONVERSATION, false,
                List.of(new HaveFrame.Row(peer.identity.publicKey(), 1, 1, 6, last.hash(), 6))).encode());
        int request = WantFrame.decode(wants(session).getLast().body()).request();
        session.receive(new EntriesFrame(request, CONVERSATION, List.of(last)).encode());
        var older = new ArrayList<>(all.subList(0, 5));
        Entry taken = older.get(2);
        older.set(2, new Entry(taken.header(), taken.signature(), null));
        request = WantFrame.decode(wants(session).getLast().body()).request();
        session.receive(new EntriesFrame(request, CONVERSATION, older).encode());
        assertEquals(all.subList(3, 6), away.history(CONVERSATION));
    }
}
