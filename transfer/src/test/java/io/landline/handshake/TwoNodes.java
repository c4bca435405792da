package io.landline.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomNegotiation.Outcome;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.identity.Identity;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.IOException;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Two negotiators back to back on one thread, with a clock that the test turns. Frames wait on the "wire" until they
/// are carried, so a test can look at them, change them, lose them or send its own.
final class TwoNodes {
    static final Clock WALL = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /// One of the two, with what it was told, in order.
    final class Node implements ExchangeRun.Surface, Outcome {
        final Identity identity;
        final MemoryTrust trust;
        final List<String> told = new ArrayList<>();
        final ArrayDeque<Frame> sent = new ArrayDeque<>();
        final List<Frame> allSent = new ArrayList<>();
        final List<Guess> waiting = new ArrayList<>();
        final GuessQueue guesses;
        Negotiator negotiator;
        boolean broken;
        /// What the wire does to each frame of this node; null loses it.
        UnaryOperator<@Nullable Frame> wire = frame -> frame;

        Node(Identity identity, MemoryTrust trust, GuessQueue guesses) {
            this.identity = identity;
            this.trust = trust;
            this.guesses = guesses;
        }

        void on(Role role, Identity peer, InetAddress peerAddress, byte[] connection, List<Room> rooms,
                boolean userAsked) {
            var channel = new AuthenticatedChannel(role, peer.publicKey(), peerAddress, exporter(connection));
            negotiator = new Negotiator(
                    new HandshakeContext(identity, trust, BlockedPeers.of(trust), guesses, () -> uptime, WALL), channel,
                    SoughtRooms.of(rooms), userAsked, this, this);
        }

        @Override
        public void send(Frame frame) {
            allSent.add(frame);
            Frame carried = wire.apply(frame);
            if (carried != null) sent.add(carried);
        }

        @Override
        public void waitForGrid(Duration askedAt) {}

        @Override
        public void tellWhenDecided(Guess guess) {
            waiting.add(guess);
        }

        @Override
        public void joined(Room room) {
            told.add("joined " + room);
        }

        @Override
        public void left(RoomId room) {
            told.add("left");
        }

        @Override
        public void refused(@Nullable RoomListing room, RefusalReason reason) {
            told.add("refused " + (room == null ? "-" : room.label()) + " " + reason.word());
        }

        @Override
        public void slowed(RoomListing room) {
            told.add("slowed " + room.label());
        }

        @Override
        public void settled(Settled how) {
            told.add(switch (how) {
                case JOINED -> "settled";
                case NOTHING -> "settled without";
                case UNDECIDED -> "undecided";
            });
        }

        @Override
        public void startOver() {
            told.add("start-over");
        }

        @Override
        public void lost(IOException why) {
            told.add("lost");
        }

        @Override
        public void ourFault() {
            told.add("our-fault");
        }

        @Override
        public void failed(MalformedFrameException why) {
            told.add("failed");
        }

        /// Lets something happen to the negotiator as its thread would: a breach of the protocol ends it.
        void happens(ThrowingRunnable event) {
            if (broken) return;
            try {
                event.run();
            } catch (MalformedFrameException e) {
                broken = true;
                negotiator.close();
                failed(e);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        long sentOf(int type) {
            return allSent.stream().filter(frame -> frame.type() == type).count();
        }
    }

    interface ThrowingRunnable {
        void run() throws IOException, MalformedFrameException;
    }

    Duration uptime = Duration.ofHours(1);
    final Node client;
    final Node server;
    InetAddress clientAddress = InetAddress.getLoopbackAddress();
    private int connections;

    TwoNodes() {
        client = fresh();
        server = fresh();
    }

    /// A stranger before a node that another test pair has: the same trust, the same budget of guesses.
    TwoNodes(Node server) {
        client = fresh();
        this.server = new Node(server.identity, server.trust, server.guesses);
    }

    Node fresh() {
        return new Node(Identity.generate(), new MemoryTrust(), new GuessQueue(() -> uptime));
    }

    /// A new connection of the two with these rooms, carried to its end.
    void meet(List<Room> clientRooms, List<Room> serverRooms) {
        connect(clientRooms, serverRooms);
        begin();
        carry();
    }

    void connect(List<Room> clientRooms, List<Room> serverRooms) {
        byte[] connection = ("connection " + ++connections).getBytes(US_ASCII);
        for (Node node : List.of(client, server)) {
            node.sent.clear();
            node.allSent.clear();
            node.told.clear();
            node.broken = false;
        }
        client.on(Role.CLIENT, server.identity, InetAddress.getLoopbackAddress(), connection, clientRooms, false);
        server.on(Role.SERVER, client.identity, clientAddress, connection, serverRooms, false);
    }

    void begin() {
        List<RoomSlot> clientSlots = client.negotiator.listed();
        List<RoomSlot> serverSlots = server.negotiator.listed();
        client.happens(() -> client.negotiator.begin(serverSlots));
        server.happens(() -> server.negotiator.begin(clientSlots));
    }

    /// Carries frames until neither side has anything more to say.
    void carry() {
        boolean moved = true;
        while (moved) moved = carryOne(client, server) | carryOne(server, client);
    }

    boolean carryOne(Node from, Node to) {
        Frame frame = from.sent.poll();
        if (frame == null) return false;
        to.happens(() -> to.negotiator.received(frame));
        return true;
    }

    /// Turns the clock, then lets everything happen that is due.
    void pass(Duration time) {
        uptime = uptime.plus(time);
        happenDue(client);
        happenDue(server);
        carry();
    }

    /// The same where a script stands in the server's place.
    void passAtClient(Duration time) {
        uptime = uptime.plus(time);
        happenDue(client);
    }

    private static void happenDue(Node node) {
        for (Guess guess : List.copyOf(node.waiting)) {
            if (guess.isWaiting()) continue;
            node.waiting.remove(guess);
            node.happens(() -> node.negotiator.decided(guess));
        }
        node.happens(node.negotiator::timePassed);
    }

    /// Stands for the exporter of TLS: other connections, labels and contexts give other bytes, both ends the same.
    static ChannelBinding exporter(byte[] connection) {
        return (label, context, bytes) -> {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(LengthValue.join(connection, label.getBytes(US_ASCII), context));
                return sha.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        };
    }

    static Frame frame(int type, String json) {
        return new Frame(type, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static boolean isExchange(Frame frame) {
        return frame.type() == FrameType.EXCHANGE;
    }
}
