package io.landline.session;

import io.landline.handshake.RefusalReason;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What happens around sessions and is no session's own business. Called on the threads of connections, several at
/// once; an implementation returns quickly and throws nothing.
public interface SessionsEvents {
    /// A peer's key is proven at this endpoint, before any room is: that much is certain, the rest is what it says of
    /// itself.
    ///
    /// @param endpoint where it accepts connections; null where it doesn't
    default void peerAuthenticated(Fingerprint peer, PeerName name, long run, @Nullable Endpoint endpoint,
            List<RoomListing> rooms) {}

    /// A peer with a proven key goes by this name from now on; perhaps the same as before.
    default void renamed(Fingerprint peer, PeerName name) {}

    /// No room came about, for this reason; once an attempt. The room is ours where we have one of that name.
    default void refused(Fingerprint peer, PeerName name, @Nullable RoomListing room, RefusalReason reason) {}

    /// An exchange waits because there were too many guesses.
    default void slowed(Fingerprint peer, PeerName name, RoomListing room) {}

    /// Nobody was reached at an address that was typed, and why. Once for each call of
    /// [io.landline.session.core.Sessions#connect].
    default void connectFailed(InetSocketAddress typed, ConnectFailure why) {}

    /// This endpoint answered with our own key and our own run: it is ourselves, and nobody should try it again.
    default void ourselves(Endpoint endpoint) {}

    /// This endpoint answered with our own key and another run: the identity exists twice.
    default void identityExistsTwice(Endpoint endpoint) {}

    /// Something that a person should know.
    default void warning(SessionWarning warning) {}

    /// The session ended without a farewell, so the peer is asked by UDP whether it is still there (half a second at
    /// most). True: it is dialled again at once; false: not before it is sighted again.
    default CompletableFuture<Boolean> isThere(Fingerprint peer) {
        return CompletableFuture.completedFuture(false);
    }
}
