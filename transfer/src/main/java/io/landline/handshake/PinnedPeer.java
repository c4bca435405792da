package io.landline.handshake;

import io.landline.identity.Ed25519;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A peer that we met and remember.
///
/// @param publicKey raw, 32 bytes
/// @param name the last one that it gave; null where it has not said one yet
/// @param endpoints where it was reached, the last first, at most [#MAX_ENDPOINTS]
/// @param verdicts what the user decided of it
public record PinnedPeer(byte[] publicKey, @Nullable PeerName name, List<Endpoint> endpoints, Instant firstMet,
        Instant lastMet, Set<Verdict> verdicts) {
    /// A laptop has a cable, a radio and two families of addresses; older endpoints are of another network.
    public static final int MAX_ENDPOINTS = 8;

    /// What a user may decide of a peer.
    public enum Verdict {
        /// Its safety number was compared.
        VERIFIED,
        /// A file of it was once accepted by a person.
        ACCEPTED_BY_HAND,
        /// The user wants nothing of it.
        BLOCKED
    }

    public PinnedPeer {
        if (publicKey.length != Ed25519.PUBLIC_KEY_BYTES) {
            throw new IllegalArgumentException("a raw Ed25519 public key has 32 bytes");
        }
        publicKey = publicKey.clone();
        endpoints = List.copyOf(endpoints);
        verdicts = Set.copyOf(verdicts);
        if (endpoints.size() > MAX_ENDPOINTS) {
            throw new IllegalArgumentException("more than " + MAX_ENDPOINTS + " endpoints");
        }
    }

    public boolean verified() {
        return verdicts.contains(Verdict.VERIFIED);
    }

    public boolean acceptedByHand() {
        return verdicts.contains(Verdict.ACCEPTED_BY_HAND);
    }

    public boolean blocked() {
        return verdicts.contains(Verdict.BLOCKED);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.ofPublicKey(publicKey);
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
