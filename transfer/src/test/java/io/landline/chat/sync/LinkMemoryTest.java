package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.LogKey;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.chat.pace.ClaimBudget;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is remembered of one session, which may last for weeks, of members and logs that are gone.
class LinkMemoryTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int MEMBERS = 5;

    private final World world = new World(11);
    private final World.Node node = node();
    private final Identity peer = Identity.generate();
    private final World.End session = world.scripted(node, peer, ROOM);
    private final PeerLink link = new PeerLink(session, node.id(), new ClaimBudget(100), _ -> Standing.MEMBER);
    private final Admissions admissions = new Admissions(node.context(), new LimitWarnings(node.context()));

    private World.Node node() {
        world.limits = new ConversationLimits(40, MEMBERS, ClaimBudget.IN_ALL_MAX);
        return world.node();
    }

    private Fingerprint member() {
        Identity member = Identity.generate();
        node.stores.admissions().put(Admission.signed(peer, ROOM, member.publicKey(), world.clock).withLinks(2));
        return member.fingerprint();
    }

    private Set<Fingerprint> told() throws MalformedFrameException {
        var told = new HashSet<Fingerprint>();
        for (Frame frame : session.all) {
            if (frame.type() != FrameType.ADMISSIONS) continue;
            for (Admission each : AdmissionsFrame.decode(frame.body()).admissions()) told.add(each.member());
        }
        return told;
    }

    @Test
    void membersThatGiveWayAreForgottenAndThoseWhoAreThereAreToldOfOnce() throws MalformedFrameException {
        for (int i = 0; i < 10 * MEMBERS; i++) {
            Fingerprint member = member();
            admissions.tell(link, CONVERSATION, Set.of(member));
            assertTrue(told().contains(member));
            int frames = session.all.size();
            admissions.tell(link, CONVERSATION, Set.of(member));
            assertEquals(frames, session.all.size());
            assertTrue(node.stores.admissions().dropNewestVouchedFor(ROOM));
        }
        assertEquals(PeerLink.ADMISSIONS_TOLD_TIMES * MEMBERS, link.admissionsTold(ROOM, world.limits).size());
    }

    private static LogKey log(ConversationId conversation, int number, Fingerprint author) {
        return new LogKey(conversation, author, number);
    }

    @Test
    void logsThatAreGoneAreForgotten() {
        var disputes = new Disputes();
        LogKey held = log(CONVERSATION, 0, peer.fingerprint());
        assertTrue(disputes.mayBeMended(held, Duration.ZERO, held::equals));
        for (int i = 1; i < 10 * Disputes.DISPUTES_TO_SWEEP; i++) {
            disputes.mayBeMended(log(CONVERSATION, i, peer.fingerprint()), Duration.ZERO, held::equals);
            assertTrue(disputes.size() <= Disputes.DISPUTES_TO_SWEEP + 1);
        }
        assertFalse(disputes.mayBeMended(held, Disputes.AUTHOR_MENDS_WITHIN, held::equals), "since when is kept");
        ConversationId other = ConversationId.of(RoomId.of(new byte[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
        disputes.mayBeMended(log(other, 1, peer.fingerprint()), Duration.ZERO, _ -> true);
        disputes.forget(CONVERSATION);
        assertEquals(1, disputes.size());
    }

    @Test
    void whatIsHeldAndContradictedIsKeptHoweverMuch() {
        var disputes = new Disputes();
        List<Integer> numbers = IntStream.range(0, 5 * Disputes.DISPUTES_TO_SWEEP).boxed().toList();
        for (int i : numbers) disputes.mayBeMended(log(CONVERSATION, i, peer.fingerprint()), Duration.ZERO, _ -> true);
        assertEquals(numbers.size(), disputes.size());
    }
}
