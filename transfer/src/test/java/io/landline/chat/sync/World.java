package io.landline.chat.sync;

import io.landline.chat.ChatStores;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.Membership;
import io.landline.chat.TimelinePosition;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Nodes in one thread, with sessions between them whose frames arrive when the test says so: in order on each session,
/// in any order between sessions. Time stands still until the test lets it pass.
final class World {
    /// Small, so that full lanes are usual.
    private static final int LANE_FRAMES_MAX = 8;
    /// Frames that arrive before time goes on; histories have some hundreds.
    private static final int STEPS_MAX = 50_000;
    /// All are on one computer.
    private static final Endpoint AT = new Endpoint(InetAddress.getLoopbackAddress(), 5_263);

    final Random random;
    final Set<RoomId> openRooms = new HashSet<>();
    final Set<Fingerprint> allowedDirect = new HashSet<>();
    private final List<End> ends = new ArrayList<>();
    Duration uptime = Duration.ZERO;
    /// Of all nodes that are made from now on.
    ConversationLimits limits = ConversationLimits.STANDARD;
    /// The wall clock of all nodes.
    Instant clock = Instant.ofEpochMilli(1_700_000_000_000L);

    World(long seed) { random = new Random(seed); }

    static String text(Entry entry) {
        try {
            return EntryText.ofBody(entry.body()).value();
        } catch (io.landline.json.MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }

    class Node implements Membership {
        final Identity identity;
        ChatStores stores;
        final HeardEvents heard = new HeardEvents();
        /// How well this node's user knows people; a member, where nothing is said.
        final Map<Fingerprint, Standing> standings = new HashMap<>();
        final Set<Fingerprint> blocked = new HashSet<>();
        /// How wrong its clock is.
        Duration skew = Duration.ZERO;
        final Set<RoomId> retired = new HashSet<>();
        ConversationsCore core;

        Node(Identity identity, ChatStores stores) {
            this.identity = identity;
            this.stores = stores;
            restart();
        }

        /// Killed and started again: only the stores are left. Its sessions are to be closed by the test.
        void restart() {
            core = new ConversationsCore(context());
        }

        Duration tick(Duration now) {
            Duration next = core.tick(now);
            core.takeAskDue().forEach(session -> workOff(core.ask(session, now)));
            return next;
        }

        private static void workOff(FrameWork work) {
            try {
                while (work.next());
            } catch (MalformedFrameException e) {
                throw new AssertionError("what is due to a peer is of no frame", e);
            }
        }

        ChatContext context() {
            return new ChatContext(identity, stores, this, this::standing, limits, new PendingEvents(heard),
                    () -> clock.plus(skew),
                    new Random(random.nextLong()), NotTaken.log(() -> uptime));
        }

        private Standing standing(Fingerprint person) {
            return standings.getOrDefault(person, Standing.MEMBER);
        }

        Fingerprint id() {
            return identity.fingerprint();
        }

        Entry say(ConversationId conversation, String text) {
            return write(conversation, EntryKind.TEXT, new EntryText(text).toBody());
        }

        Entry write(ConversationId conversation, EntryKind kind, byte[] body) {
            var pending = new PendingEntry(conversation, kind, body, _ -> {});
            return core.append(null, List.of(pending), uptime).getFirst();
        }

        void read(ConversationId conversation, TimelinePosition place, List<TimelinePosition> unseen, Duration now) {
            SeenLogs seen = core.seen(conversation, place, unseen);
            while (core.read(seen, now));
        }

        List<Entry> history(ConversationId conversation) {
            return stores.entries().newest(conversation, null, Integer.MAX_VALUE);
        }

        @Override
        public boolean isOpen(RoomId room) {
            return openRooms.contains(room);
        }

        @Override
        public boolean isRetired(RoomId room) {
            return retired.contains(room);
        }

        @Override
        public boolean takesDirectFromOpenRooms(Fingerprint peer) {
            return allowedDirect.contains(peer);
        }

        @Override
        public boolean isBlocked(Fingerprint person) {
            return blocked.contains(person);
        }
    }

    Node node() {
        return new Node(Identity.generate(), InMemoryStores.create());
    }

    /// One side of a session.
    final class End implements Session {
        final Node owner;
        final Identity other;
        final Set<RoomId> rooms = new HashSet<>();
        final Deque<Frame> sent = new ArrayDeque<>();
        final List<Frame> all = new ArrayList<>();
        String closedBecause = "";
        boolean open = true;
        End otherEnd;
        Endpoint at = AT;
        int laneMax = LANE_FRAMES_MAX;
        Set<String> capabilities = Set.of(Session.ACTIVITY_CAPABILITY);

        End(Node owner, Identity other) {
            this.owner = owner;
            this.other = other;
        }

        @Override
        public Fingerprint peer() {
            return other.fingerprint();
        }

        @Override
        public byte[] peerPublicKey() {
            return other.publicKey();
        }

        @Override
        public long run() {
            return 1;
        }

        @Override
        public PeerName name() {
            throw new AssertionError("conversations need no names");
        }

        @Override
        public Endpoint endpoint() {
            return at;
        }

        @Override
        public Set<RoomId> joined() {
            return Set.copyOf(rooms);
        }

        @Override
        public Set<String> capabilities() {
            return capabilities;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean offer(Lane lane, Frame frame) {
            if (lane != Lane.CHAT) throw new AssertionError("the lane of conversations is CHAT");
            if (frame.body().length > Frame.CONTROL_BODY_BYTES_MAX) throw new AssertionError("too large a frame");
            if (!open || sent.size() >= laneMax) return false;
            sent.add(frame);
            all.add(frame);
            return true;
        }

        @Override
        public void send(Lane lane, Frame frame) {
            throw new AssertionError("the conversations' thread never waits for a session");
        }

        @Override
        public BulkConnection openBulk() {
            throw new AssertionError("conversations have no bulk connections");
        }

        @Override
        public void close(EndReason reason) {
            disconnect(this, reason.word());
        }

        /// Hands this frame to the owner of this end, as if the peer had sent it.
        void receive(Frame frame) throws MalformedFrameException {
            FrameWork work = owner.core.received(this, List.of(frame), uptime);
            while (work.next());
        }
    }

    /// Connects two nodes and has them prove these rooms to each other.
    End connect(Node one, Node two, RoomId... rooms) {
        var end = new End(one, two.identity);
        var otherEnd = new End(two, one.identity);
        end.otherEnd = otherEnd;
        otherEnd.otherEnd = end;
        ends.add(end);
        ends.add(otherEnd);
        for (RoomId room : rooms) {
            end.rooms.add(room);
            otherEnd.rooms.add(room);
            one.core.joined(end, room);
            two.core.joined(otherEnd, room);
        }
        return end;
    }

    /// A session of this node with a peer that the test plays itself.
    End scripted(Node node, Identity peer, RoomId... rooms) {
        var end = new End(node, peer);
        end.laneMax = Integer.MAX_VALUE;
        for (RoomId room : rooms) {
            end.rooms.add(room);
            node.core.joined(end, room);
        }
        return end;
    }

    void disconnect(End end, String reason) {
        for (End side : List.of(end, end.otherEnd)) {
            if (!side.open) continue;
            side.open = false;
            side.closedBecause = reason;
            side.sent.clear();
            ends.remove(side);
            side.owner.core.closed(side);
        }
    }

    List<End> ends() {
        return List.copyOf(ends);
    }

    /// Lets one frame arrive somewhere; false where none is on its way.
    boolean step() {
        List<End> busy = ends.stream().filter(end -> !end.sent.isEmpty()).toList();
        if (busy.isEmpty()) return false;
        End end = busy.get(random.nextInt(busy.size()));
        Frame frame = end.sent.remove();
        try {
            end.otherEnd.receive(frame);
        } catch (MalformedFrameException e) {
            throw new AssertionError("an honest node was taken for a bad one", e);
        }
        return true;
    }

    void pass(Duration time) {
        uptime = uptime.plus(time);
        for (Node node : ends.stream().map(end -> end.owner).distinct().toList()) {
            node.tick(uptime);
        }
    }

    /// Until nothing is on its way, and nothing more becomes due within this time.
    void settle(Duration time) {
        Duration end = uptime.plus(time);
        do {
            for (int steps = 0; step(); steps++) if (steps > STEPS_MAX) throw endless();
            pass(PeerRounds.GOSSIP_INTERVAL.dividedBy(240));
        } while (uptime.compareTo(end) < 0 || ends.stream().anyMatch(each -> !each.sent.isEmpty()));
    }

    private AssertionError endless() {
        Map<Integer, Integer> types = new TreeMap<>();
        for (End each : ends) for (Frame frame : each.sent) types.merge(frame.type(), 1, Integer::sum);
        return new AssertionError("nodes that answer each other without end; frames on their way by type: " + types);
    }
}
