package io.landline.session;

/// Why a session ended.
public enum EndReason {
    /// One side ends its program.
    LEAVING("leaving"),
    /// Another connection of the same session took over.
    REPLACED("replaced"),
    NO_COMMON_ROOM("no-common-room"),
    /// The peer closed it for a reason that is its own business.
    CLOSED("closed"),
    /// There is no place for the peer now; others had a better claim to it.
    BUSY("busy"),
    /// The address of ours that the connection came from or went to is gone.
    ADDRESS_GONE("address-gone"),
    /// The user blocked the peer. Never sent on the wire; a later attempt is refused.
    BLOCKED("blocked"),
    /// Our user set a new key for a room that has failed too often on this connection: another connection tries it.
    NEW_KEY("new-key"),
    /// A fault of ours: the log has its trace.
    INTERNAL_ERROR("internal-error"),
    /// The peer broke the protocol.
    PROTOCOL("protocol"),
    /// The peer was not heard for fifteen seconds.
    SILENT("silent"),
    /// The system ended the connection, or the peer did without a word. Or the peer did not answer a probe of this
    /// connection in half a second.
    LOST("lost"),
    /// The peer runs anew.
    RESTARTED("restarted"),
    /// The peer itself opened too many connections.
    CROWDED_OUT("crowded-out"),
    /// The connection is from a run of the peer before its present one.
    OLDER_RUN("older-run"),
    /// The peer reads nothing of what is said about files, so it would fill our memory.
    TAKES_NO_FILES("takes-no-files");

    private final String word;

    EndReason(String word) { this.word = word; }

    /// As in the log and the `session-closed` event.
    public String word() {
        return word;
    }
}
