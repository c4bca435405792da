package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.CPace.BadShareException;
import io.landline.handshake.HandshakeJson.Share;
import io.landline.handshake.HandshakeJson.Tag;
import io.landline.room.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A TLS server that does not know the room key and guesses: it answers each exchange with the next key of its list,
/// and lists its rooms under new slots whenever an exchange has ended. It stands in the server's place of [TwoNodes],
/// frame by frame.
final class RelistingServer {
    /// How it ends an exchange whose tag it has: with a verdict, or by listing new slots in place of one.
    enum Manner { ANSWERS, DROPS_THE_SLOT }

    private final TwoNodes nodes;
    private final Manner manner;
    private final List<Room> rooms;
    private final AuthenticatedChannel channel;
    private final byte[] ownKey;
    private int slotLast;
    private int guesses;
    private Exchange exchange;

    /// @param rooms what it lists; the keys do not matter, since it guesses
    RelistingServer(TwoNodes nodes, Manner manner, byte[] connection, List<Room> rooms) {
        this.nodes = nodes;
        this.manner = manner;
        this.rooms = rooms;
        ownKey = nodes.server.identity.publicKey();
        channel = new AuthenticatedChannel(Role.SERVER, nodes.client.identity.publicKey(),
                InetAddress.getLoopbackAddress(),
                TwoNodes.exporter(connection));
    }

    /// Keys that it has tested: it held the client's tag.
    int guesses() {
        return guesses;
    }

    List<RoomSlot> slots() {
        var slots = new ArrayList<RoomSlot>();
        for (Room room : rooms) slots.add(new RoomSlot(++slotLast, room.listing()));
        return slots;
    }

    void sayNothingIsProven() {
        tell(HandshakeJson.proven(Map.of()));
    }

    /// Answers all that the client has said by now, at most so many frames.
    void answer(int framesMax) {
        for (int i = 0; i < framesMax; i++) {
            Frame frame = nodes.client.sent.poll();
            if (frame == null) return;
            try {
                answer(frame);
            } catch (IOException | MalformedFrameException | BadShareException e) {
                throw new AssertionError(e);
            }
        }
    }

    private void answer(Frame frame) throws IOException, MalformedFrameException, BadShareException {
        switch (frame.type()) {
            case FrameType.SHARE -> {
                Share share = HandshakeJson.readShare(frame);
                exchange = Exchange.over(channel, ownKey, NegotiatorTest.keyed("class", 2 + guesses % 100),
                        share.exchange());
                exchange.peerShare(share.share());
                tell(HandshakeJson.share(new Share(share.exchange(), exchange.share())));
            }
            case FrameType.TAG -> {
                Tag tag = HandshakeJson.readTag(frame);
                if (tag.tag() == null) return;
                guesses++;
                if (exchange.isRight(tag.tag())) throw new AssertionError("no key of the list is right");
                if (manner == Manner.ANSWERS) tell(HandshakeJson.tag(new Tag(tag.exchange(), null)));
                relist();
            }
            default -> {
            }
        }
    }

    void relist() {
        tell(HandshakeJson.rooms(slots()));
        sayNothingIsProven();
    }

    /// Takes its rooms off its list, for a client that then takes its own off, and lists them anew.
    void unlistAndRelist() {
        tell(HandshakeJson.rooms(List.of()));
        sayNothingIsProven();
        sayNothingIsProven(); // for the client's list
        relist();
        sayNothingIsProven();
    }

    private void tell(Frame frame) {
        nodes.client.happens(() -> nodes.client.negotiator.received(frame));
    }

    static byte[] connection(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
