package io.landline.ui.network;

import io.landline.session.EndReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody came, went, or came closer. Immutable; any thread.
///
/// @param number larger than that of each one before it
/// @param name a stranger's text
/// @param peer the first digits of the fingerprint: names may be alike
/// @param detail an endpoint or a room, depending on the kind; else empty
/// @param end why the connection ended; null but for [Kind#DISCONNECTED]
record PresenceChange(long number, Instant at, Kind kind, String name, String peer, String detail,
        @Nullable EndReason end) {
    enum Kind {
        /// Was here when the page was opened.
        HERE,
        /// The detail is where it may be reached.
        APPEARED,
        LEFT,
        FELL_SILENT,
        /// It was listed by a packet with a signature that does not hold.
        FORGED,
        /// Its connection was closed, and it did not answer.
        GONE,
        /// The detail is the endpoint.
        CONNECTED,
        DISCONNECTED,
        /// The detail is the room.
        JOINED,
        /// The detail is the room; empty where none is common.
        WRONG_KEY,
        NO_COMMON_ROOM,
        OPEN_DIFFERS,
        BLOCKED,
        OTHER_VERSION;

        boolean isGoing() {
            return switch (this) {
                case LEFT, FELL_SILENT, FORGED, GONE, DISCONNECTED -> true;
                case HERE, APPEARED, CONNECTED, JOINED, WRONG_KEY, NO_COMMON_ROOM, OPEN_DIFFERS, BLOCKED,
                        OTHER_VERSION -> false;
            };
        }

        boolean isRefusal() {
            return switch (this) {
                case WRONG_KEY, NO_COMMON_ROOM, OPEN_DIFFERS, BLOCKED, OTHER_VERSION -> true;
                case HERE, APPEARED, LEFT, FELL_SILENT, FORGED, GONE, CONNECTED, DISCONNECTED, JOINED -> false;
            };
        }
    }
}
