package io.landline.handshake;

import io.landline.peer.Fingerprint;
import java.net.InetAddress;

/// One TLS connection as a negotiation sees it.
///
/// @param role this node's
/// @param peerPublicKey the raw 32 bytes that TLS has proven
/// @param peerAddress where the other end is: guesses are counted by it
public record AuthenticatedChannel(Role role, byte[] peerPublicKey, InetAddress peerAddress, ChannelBinding binding) {
    public AuthenticatedChannel {
        peerPublicKey = peerPublicKey.clone();
    }

    @Override
    public byte[] peerPublicKey() {
        return peerPublicKey.clone();
    }

    public Fingerprint peer() {
        return Fingerprint.ofPublicKey(peerPublicKey);
    }
}
