package io.landline.session.core;

import java.time.Duration;

/// The time limits of sessions. One value for a whole [Sessions], so that a test can live faster; [#STANDARD] is what
/// nodes use.
///
/// @param handshake from the first byte of a connection to both hellos, as a whole (docs/protocol/session.md, "Who
///   speaks when")
/// @param write how long a peer may take nothing while we write: as long as the silence that ends a session
record Timing(Duration handshake, Duration write, Alive alive, End end, Dial dial) {
    /// When a silent peer is asked, and when it is gone (docs/protocol/session.md, "Alive").
    ///
    /// @param pingAfter how long nothing is heard before a ping
    /// @param goneAfter how long nothing is heard before the session is gone
    /// @param probe how long a probed peer has to be heard
    record Alive(Duration pingAfter, Duration goneAfter, Duration probe) {}

    /// How long the end of a connection may take.
    ///
    /// @param handover how long the frames of a newer control connection wait for the end of the one that it replaces
    /// @param farewell how long a closing connection waits for the peer's own closing
    record End(Duration handover, Duration farewell) {}

    /// When a peer is dialled.
    ///
    /// @param otherDials how long the larger fingerprint leaves the dialling to the smaller one
    ///        (docs/protocol/session.md, "Who dials")
    /// @param raceStep how far apart endpoints of one peer are tried (RFC 8305 §5)
    /// @param tick how soon is looked again where somebody is to be dialled who could not be at once
    record Dial(Duration otherDials, Duration raceStep, Duration tick) {}

    static final Timing STANDARD = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(15),
            new Alive(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofMillis(500)),
            new End(Duration.ofSeconds(1), Duration.ofSeconds(1)),
            new Dial(Duration.ofSeconds(1), Duration.ofMillis(250), Duration.ofMillis(100)));
}
