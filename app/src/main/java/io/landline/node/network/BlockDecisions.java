package io.landline.node.network;

import io.landline.handshake.BlockedPeers;
import io.landline.handshake.TrustStore;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Stores that this user blocks a person, or ends it. Any thread; writes to the disk.
///
/// @param authorKey the key of a person who wrote something that is here; null for all others
public record BlockDecisions(BlockedPeers blocked, TrustStore trust,
        Function<Fingerprint, byte @Nullable []> authorKey, InstantSource clock) {
    /// As the other `set`, and tells others of it. Of two decisions at once, the one that stays stored is told last.
    void set(Fingerprint peer, boolean now, Runnable told) throws CommandException {
        synchronized (blocked) {
            set(peer, now);
            told.run();
        }
    }

    /// One that we never met may cost us something too: their messages came by others. They are remembered by the key
    /// that they sign with.
    public void set(Fingerprint peer, boolean now) throws CommandException {
        if (blocked.set(peer, now)) return;
        byte[] key = now ? authorKey.apply(peer) : null;
        if (key == null) throw neverMet(peer);
        trust.pin(key, clock.instant());
        if (!blocked.set(peer, true)) throw neverMet(peer);
    }

    static CommandException neverMet(Fingerprint peer) {
        return new CommandException(Code.NOT_POSSIBLE, "Landline never had a connection with " + peer.brief()
                + ", so there is nothing to remember of it yet. Nothing was changed.");
    }
}
