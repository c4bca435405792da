package io.landline.session.core;

import io.landline.session.EndReason;

/// How a control connection ended, and so what becomes of its session.
///
/// @param kind decides whether the peer is asked after, and when it is dialled again
record ConnectionEnd(Kind kind, EndReason reason) {
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

    static ConnectionEnd ours(EndReason reason) {
        return new ConnectionEnd(Kind.OURS, reason);
    }

    static ConnectionEnd lost(EndReason reason) {
        return new ConnectionEnd(Kind.LOST, reason);
    }

    static ConnectionEnd replaced() {
        return new ConnectionEnd(Kind.REPLACED, EndReason.REPLACED);
    }

    /// What a peer's farewell means.
    static ConnectionEnd farewell(EndReason reason) {
        return reason == EndReason.REPLACED ? replaced() : new ConnectionEnd(Kind.FAREWELL, reason);
    }

    /// Whether the session may go on by another connection.
    boolean broke() {
        return kind == Kind.LOST || kind == Kind.REPLACED;
    }
}
