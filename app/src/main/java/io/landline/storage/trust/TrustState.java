package io.landline.storage.trust;

import io.landline.handshake.PinnedPeer.Verdict;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rooms, keys, pins and blocks at one moment, as values that both the database and `trust.json` can hold. Immutable,
/// as long as nobody writes into the arrays.
///
/// @param change how often anything of it had changed by then
/// @param at of the last change, in ms since 1970
/// @param rooms in the order in which they were joined
record TrustState(long change, long at, List<RoomRow> rooms, List<Pin> pins) {
    /// @param words null in an open room, like `stretched`
    /// @param made whether it was made here
    record RoomRow(byte[] id, String name, @Nullable String words, byte @Nullable [] stretched, long joinedAt,
            @Nullable Long confirmedAt, boolean made) {}

    /// @param places where it was reached, the last first
    /// @param proofs ids of the rooms with a key that it proved to us
    record Pin(byte[] publicKey, @Nullable String name, long firstMet, long lastMet, Set<Verdict> verdicts,
            List<Place> places, List<byte[]> proofs) {}

    /// A row of `peer_endpoint`.
    record Place(byte[] address, String scope, int port) {}

    /// Of two that both can be read the one that changed last holds. The time decides only where a profile lived on in
    /// two copies.
    boolean isNewerThan(TrustState other) {
        return change != other.change ? change > other.change : at > other.at;
    }

    boolean isAsOldAs(TrustState other) {
        return change == other.change && at == other.at;
    }
}
