package io.landline.handshake;

import io.landline.identity.Ed25519;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A peer that we met and remember.
///
/// @param publicKey raw, 32 bytes
/// @param name the last one that it gave; null where it has not said one yet
/// @param endpoints where it was reached, the last first, at most [#MAX_ENDPOINTS]
/// @param verified its safety number was compared
/// @param acceptedByHand a file of it was once accepted by a person
/// @param blocked the user wants nothing of it
public record PinnedPeer(byte[] publicKey, @Nullable PeerName name, List<Endpoint> endpoints, Instant firstMet,
        Instant lastMet, boolean verified, boolean acceptedByHand, boolean blocked) {
    /// A laptop has a cable, a radio and two families of addresses; older endpoints are of another network.
    public static final int MAX_ENDPOINTS = 8;

    public PinnedPeer {
        if (publicKey.length != Ed25519.PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException("a raw Ed25519 public key has 32 bytes");
        }
        publicKey = publicKey.clone();
        endpoints = List.copyOf(endpoints);
        if (endpoints.size() > MAX_ENDPOINTS) {
            throw new IllegalArgumentException("more than " + MAX_ENDPOINTS + " endpoints");
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.ofPublicKey(publicKey);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
