package io.landline.session.core;

/// How a control connection ended, and so what becomes of its session.
///
/// @param kind decides whether the peer is asked after, and when it is dialled again
/// @param reason a word or a sentence of ours, for the log and the `session-closed` event
record ConnectionEnd(Kind kind, String reason) {
    /// Words that travel in a farewell.
    static final String LEAVING = "leaving";
    static final String REPLACED = "replaced";
    static final String NO_COMMON_ROOM = "no-common-room";
    static final String CLOSED = "closed";
    /// There is no place for the peer now; others had a better claim to it (see [ConnectionSlots]).
    static final String BUSY = "busy";
    /// The address of ours that the connection came from or went to is gone.
    static final String ADDRESS_GONE = "address-gone";
    /// The user blocked the peer. Never sent on the wire; a later attempt is refused.
    static final String BLOCKED = "blocked";

    /// Our user set a new key for a room that has failed too often on this connection: another connection tries it.
    static final String NEW_KEY = "new-key";

    /// A fault of ours: the log has its trace.
    static final String INTERNAL_ERROR = "internal error";

    enum Kind {
        /// The peer said farewell: it leaves, or wants nothing of us.
        FAREWELL,
        /// Another connection of the same session took over.
        REPLACED,
        /// This side closed it, and knows why.
        OURS,
        /// The peer broke the protocol.
        BREACH,
        /// The system ended it, or the peer fell silent.
        LOST
    }

    static ConnectionEnd lost(String reason) {
        return new ConnectionEnd(Kind.LOST, reason);
    }

    /// What the peer is told: one of our words. Why a session was closed here stays private.
    String wireReason() {
        return switch (reason) {
            case LEAVING, REPLACED, NO_COMMON_ROOM, BUSY -> reason;
            default -> CLOSED;
        };
    }

    /// What a peer's farewell means; its own words go nowhere.
    static ConnectionEnd farewell(String wireReason) {
        return switch (wireReason) {
            case REPLACED -> new ConnectionEnd(Kind.REPLACED, REPLACED);
            case LEAVING, NO_COMMON_ROOM, BUSY -> new ConnectionEnd(Kind.FAREWELL, wireReason);
            default -> new ConnectionEnd(Kind.FAREWELL, CLOSED);
        };
    }
}
