package io.landline.lab.relay;

import io.landline.lab.RecentSources;
import java.net.SocketAddress;
import java.time.Duration;

/// Ends a conversation of programs that answer every answer. The relay tells each sender of a wrong message its code.
/// An echo server sends that back, which is wrong again, and so on without end. A stranger can begin that with one
/// message to be passed on. So of wrong messages that follow each other at once only some get their code.
///
/// Time is told. Confined to the relay's thread.
final class WrongInARow {
    /// No person and no test of a program sends as many. Programs that answer each other are there within seconds.
    static final int ANSWERED_MAX = 100;
    /// A pause as long as this begins a new row.
    static final Duration PAUSE = Duration.ofSeconds(1);

    private final RecentSources<SocketAddress, Row> rows = new RecentSources<>();

    private record Row(int length, long lastAt) {}

    /// Notes a wrong message; whether it may be answered.
    boolean mayAnswer(SocketAddress from, long now) {
        Row row = rows.get(from, now);
        int before = row == null || now - row.lastAt() >= PAUSE.toNanos() ? 0 : row.length();
        int length = Math.min(before, ANSWERED_MAX) + 1;
        rows.put(from, new Row(length, now), now);
        return length <= ANSWERED_MAX;
    }

    /// Something else came: the row is over.
    void end(SocketAddress from, long now) {
        rows.put(from, new Row(0, now), now);
    }
}
