package io.landline.presence.packet;

import io.landline.identity.Ed25519;
import io.landline.identity.SignatureLabel;
import java.util.Arrays;

/// The signature of a packet, not checked yet: a check costs 0.1 ms, and several while Java is cold. So it is made only
/// where it matters. Holds the packet as it came. Immutable; any thread.
public final class Proof {
    private final byte[] publicKey;
    private final byte[] packet;

    /// Keeps the arrays as they are: the packet is a copy of the caller's already.
    public Proof(byte[] publicKey, byte[] packet) {
        this.publicKey = publicKey;
        this.packet = packet;
    }

    /// Whether the owner of the public key signed this packet. The expensive part.
    public boolean holds() {
        byte[] head = Arrays.copyOf(packet, PacketCodec.HEAD_BYTES);
        byte[] signature = Arrays.copyOfRange(packet, PacketCodec.HEAD_BYTES, PacketCodec.SIGNED_HEAD_BYTES);
        byte[] body = Arrays.copyOfRange(packet, PacketCodec.SIGNED_HEAD_BYTES, packet.length);
        return Ed25519.verify(publicKey, SignatureLabel.PRESENCE, signature, head, body);
    }

    /// Whether it is the very same packet, so that one check serves both.
    public boolean isSameAs(Proof other) {
        return Arrays.equals(packet, other.packet);
    }
}
