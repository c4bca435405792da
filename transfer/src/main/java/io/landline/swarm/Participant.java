package io.landline.swarm;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One node's part in one offer: its origin's, or a receiver's. Told what happens and what time it is (uptime); tells
/// what to do. Confined to the caller's thread.
public interface Participant {
    /// How often [#tick] is wanted.
    Duration TICK = Duration.ofMillis(250);

    /// What the caller is to do.
    sealed interface Action {
        record Send(Fingerprint to, SwarmFrame frame) implements Action {}

        /// End the connection: this peer sent a wrong chunk.
        record Shun(Fingerprint peer, boolean forGood) implements Action {}
    }

    /// One chunk for one peer.
    ///
    /// @param nobodyGivesIt as the peer said when it asked
    record Turn(Fingerprint to, int chunk, boolean nobodyGivesIt) {}

    /// A session is there with a peer who may know this offer.
    void met(Fingerprint peer, Duration now);

    /// That session ended.
    void gone(Fingerprint peer, Duration now);

    void received(Fingerprint from, SwarmFrame frame, Duration now) throws MalformedFrameException;

    void tick(Duration now);

    /// The chunk to send next; null where no partner wants one.
    ///
    /// @param ready whether the connection of this partner can take one more
    @Nullable
    Turn nextChunk(Duration now, Predicate<Fingerprint> ready);

    /// What is to be done since the last call, in order.
    List<Action> actions();
}
