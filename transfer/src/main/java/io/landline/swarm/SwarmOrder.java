package io.landline.swarm;

import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// Random orders on which all nodes agree without a word: hashes of what all of them know (docs/protocol/swarm.md,
/// "Partners" and "First slice"). Pure; any thread.
final class SwarmOrder {
    private SwarmOrder() {}

    /// How near two receivers of an offer are: the first 8 bytes of SHA-256(offer id, lower, higher fingerprint).
    static long ofPair(EntryId offer, Fingerprint one, Fingerprint other) {
        boolean inOrder = one.compareTo(other) < 0;
        MessageDigest digest = Sha256.digest();
        digest.update(offer.bytes());
        digest.update((inOrder ? one : other).bytes());
        return first(digest.digest((inOrder ? other : one).bytes()));
    }

    /// The place of a receiver among all: the first 8 bytes of SHA-256(offer id, fingerprint).
    static long ofReceiver(EntryId offer, Fingerprint receiver) {
        MessageDigest digest = Sha256.digest();
        digest.update(offer.bytes());
        return first(digest.digest(receiver.bytes()));
    }

    /// A positive number keeps its order when it is compared as a signed one.
    private static long first(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong() >>> 1;
    }
}
