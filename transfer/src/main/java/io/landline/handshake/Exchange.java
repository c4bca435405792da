package io.landline.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.handshake.CPace.BadShareException;
import io.landline.handshake.CPace.Side;
import io.landline.room.Room;
import io.landline.room.StretchedKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One exchange over one room key on one connection: CPace. Its session id comes from this connection's exporter, its
/// channel identifier is the room name and both public keys. So neither a relay between two connections nor another
/// member can stand in for the peer. Confined to one thread.
///
///     initiator (TLS client)                  responder (TLS server)
///        | -- share Ya ------------------------> |
///        | <------------------------ share Yb -- |
///        | -- tag over Ya ---------------------> |
///        | <---- tag over Yb, only if Ya's was right
final class Exchange {
    private static final String EXPORTER_LABEL = "EXPORTER-landline/1-pake";
    private static final int SESSION_ID_BYTES = 32;
    private static final byte[] PROTOCOL = "landline/1".getBytes(US_ASCII);
    private static final byte[] NO_DATA = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CPace pace;
    private final byte[] sessionId;
    private byte @Nullable [] peerShare;
    private byte @Nullable [] sessionKey;

    private Exchange(CPace pace, byte[] sessionId) {
        this.pace = pace;
        this.sessionId = sessionId;
    }

    /// @param number counts the exchanges of this connection, from 1
    static Exchange over(AuthenticatedChannel channel, byte[] ownPublicKey, Room room, int number) throws IOException {
        byte[] scalar = new byte[CPace.SCALAR_BYTES];
        RANDOM.nextBytes(scalar);
        return over(channel, ownPublicKey, room, number, scalar);
    }

    /// With a given scalar, which must never be used twice: for the example on the protocol page.
    static Exchange over(AuthenticatedChannel channel, byte[] ownPublicKey, Room room, int number, byte[] scalar)
            throws IOException {
        StretchedKey secret = Objects.requireNonNull(room.stretched(), "an open room has no exchange");
        byte[] name = room.name().canonical().getBytes(UTF_8);
        byte[] counter = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        byte[] sessionId = channel.binding().export(EXPORTER_LABEL, LengthValue.join(name, counter), SESSION_ID_BYTES);
        boolean initiator = channel.role() == Role.CLIENT;
        byte[] first = initiator ? ownPublicKey : channel.peerPublicKey();
        byte[] second = initiator ? channel.peerPublicKey() : ownPublicKey;
        byte[] identifier = LengthValue.join(PROTOCOL, name, first, second);
        Side side = initiator ? Side.INITIATOR : Side.RESPONDER;
        return new Exchange(new CPace(side, secret.bytes(), identifier, sessionId, NO_DATA, scalar), sessionId);
    }

    byte[] share() {
        return pace.share();
    }

    /// Takes the peer's share; once.
    void peerShare(byte[] share) throws BadShareException {
        if (peerShare != null) throw new IllegalStateException("the peer's share is here already");
        sessionKey = pace.sessionKey(share, NO_DATA);
        peerShare = share.clone();
    }

    /// Our tag, once the peer's share is here.
    byte[] tag() {
        return CPace.tag(Objects.requireNonNull(sessionKey), sessionId, pace.share(), NO_DATA);
    }

    /// Whether the peer's tag shows that it has the same room key; in constant time.
    boolean isRight(byte[] peerTag) {
        byte[] expected = CPace.tag(Objects.requireNonNull(sessionKey), sessionId, Objects.requireNonNull(peerShare),
                NO_DATA);
        return MessageDigest.isEqual(expected, peerTag);
    }
}
