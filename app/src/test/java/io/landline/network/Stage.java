package io.landline.network;

import io.landline.fixture.LanNodes;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// Where one row is played: a folder of its own for profiles, and the turn for what must not be disturbed by the rows
/// beside it.
///
/// @param quiet held while nodes start and meet, so that no other row starts a JVM meanwhile
record Stage(Path folder, ReentrantLock quiet) {
    /// After a change the list is right again within this time (docs/performance/network.md, "Every network shape and
    /// every change").
    static final Duration SEEN_WITHIN = Duration.ofSeconds(2);
    /// A session with its first key exchange, by two Java machines that are still cold and share two cores with the
    /// rows beside them.
    static final Duration JOINED_WITHIN = Duration.ofSeconds(10);
    /// A node that was killed while a session was open.
    static final Duration GONE_WITHIN = Duration.ofSeconds(2);
    /// How much longer than allowed a row waits, so that a late event is told as late and not as missing.
    static final Duration PATIENCE = Patience.OF_PROGRAMS;

    LanNodes nodes() {
        return new LanNodes(folder);
    }
}
