package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.HaveFrame.Row;
import io.landline.chat.frame.WantFrame;
import io.landline.chat.pace.ClaimBudget;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Many peers that claim logs which do not exist (H38): what a node remembers of it is bounded over all of them.
class ClaimBudgetTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    /// Each may claim as much as all together.
    private static final int LIARS = 3;
    private static final int IN_ALL = PeerInventory.CLAIMS_MAX;
    private static final byte[] HASH = new byte[Sha256.BYTES];

    private final World world = new World(7);
    private final World.Node node = smallNode();

    private World.Node smallNode() {
        world.limits = new ConversationLimits(ConversationLimits.LOGS_MAX, ConversationLimits.MEMBERS_MAX, IN_ALL);
        return world.node();
    }

    private World.End peer(Standing standing) {
        Identity identity = Identity.generate();
        node.standings.put(identity.fingerprint(), standing);
        return world.scripted(node, identity, ROOM);
    }

    /// Claims as many logs as one peer may, each of an author of its own.
    private void claimAll(World.End from, int number) throws MalformedFrameException {
        for (int page = 0; page < PeerInventory.CLAIMS_MAX; page += HaveFrame.ROWS_MAX) {
            var rows = new ArrayList<Row>();
            for (int i = 0; i < HaveFrame.ROWS_MAX; i++) {
                byte[] author = ByteBuffer.allocate(32).putInt(number).putInt(page + i).array();
                rows.add(new Row(author, 1, 1, 5, HASH, 1));
            }
            from.receive(new HaveFrame(CONVERSATION, false, rows).encode());
        }
    }

    /// Answers each request with nothing, and says how many logs were asked for until the node had no more to ask.
    private static int askedFor(World.End end) throws MalformedFrameException {
        int logs = 0;
        for (int answered = 0; answered < end.all.size(); answered++) {
            Frame frame = end.all.get(answered);
            if (frame.type() != FrameType.WANT) continue;
            WantFrame want = WantFrame.decode(frame.body());
            logs += want.ranges().size();
            end.receive(new EntriesFrame(want.request(), CONVERSATION, List.of()).encode());
        }
        return logs;
    }

    private List<World.End> liars(Standing standing) throws MalformedFrameException {
        var liars = new ArrayList<World.End>();
        for (int i = 0; i < LIARS; i++) {
            World.End liar = peer(standing);
            claimAll(liar, i);
            liars.add(liar);
        }
        return liars;
    }

    @Test
    void h38_claimsOfManyPeersAreBoundedTogether() throws MalformedFrameException {
        int asked = 0;
        for (World.End liar : liars(Standing.MEMBER)) asked += askedFor(liar);
        assertTrue(asked <= IN_ALL + LIARS * ClaimBudget.OWN, asked + " claims were remembered");
    }

    @Test
    void h38_whoeverComesAfterLiarsIsAskedForAWholeRequestAtLeast() throws MalformedFrameException {
        List<World.End> liars = liars(Standing.MEMBER);
        World.End late = peer(Standing.OPEN_ROOM);
        claimAll(late, LIARS);
        assertEquals(ClaimBudget.OWN, askedFor(late));
        assertEquals(LIARS, liars.size());
    }

    @Test
    void h38_peopleWhomTheUserKnowsClaimBesideLiars() throws MalformedFrameException {
        liars(Standing.MEMBER);
        World.End friend = peer(Standing.TRUSTED);
        claimAll(friend, LIARS);
        assertTrue(askedFor(friend) >= ClaimBudget.SHARE, "a friend's claims were dropped for liars'");
    }

    @Test
    void h38_theRoomOfAPeerWhoWentIsFree() throws MalformedFrameException {
        for (World.End liar : liars(Standing.MEMBER)) {
            liar.open = false;
            node.core.closed(liar);
        }
        World.End next = peer(Standing.TRUSTED);
        claimAll(next, LIARS);
        assertTrue(askedFor(next) > IN_ALL / 2, "the room of those who went is taken");
    }
}
