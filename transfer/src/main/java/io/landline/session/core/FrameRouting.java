package io.landline.session.core;

import io.landline.frame.FrameType;
import io.landline.handshake.RoomNegotiation;

/// Where a frame goes: decided by its type and by how far the connection is, and by nothing that the peer says (H34).
/// Stateless.
enum FrameRouting {
    /// To the negotiation of rooms.
    NEGOTIATION,
    /// A newer hello: the peer's name changed.
    HELLO,
    /// To the session itself: ping, bulk tokens, farewell.
    SESSION,
    /// To conversations.
    CHAT,
    /// To files.
    FILES,
    /// To files, on a bulk connection.
    BULK,
    /// To those who tell of further members.
    MEMBERS,
    /// To those who call back.
    CALL_BACK,
    /// To shelves.
    SHELF,
    /// To who hears of versions.
    VERSION,
    /// Unknown, and sent so that it may be left out.
    SKIP,
    /// Not now, or not at all: ends the connection.
    REFUSE;

    /// How far a connection is.
    enum State {
        /// Both hellos are there, no room is.
        GREETED,
        /// At least one room is joined.
        PROVEN,
        /// A bulk connection with a valid token.
        BULK
    }

    /// Whether people cause these frames, at any rate they like. The other frames are the session's own.
    boolean isApplication() {
        return this == CHAT || this == FILES || this == SHELF;
    }

    private static boolean isOptionalOfChat(int type) {
        return type == FrameType.NEW_WORDS || type == FrameType.WORDS_HELD || type == FrameType.FORK
                || type == FrameType.NAME_CARDS;
    }

    static FrameRouting of(State state, int type) {
        if (state == State.PROVEN && (type == FrameType.MEMBERS_WANTED || type == FrameType.MEMBERS)) return MEMBERS;
        if (state == State.PROVEN && (type == FrameType.CALL_BACK_WANTED || type == FrameType.CALL_BACK)) {
            return CALL_BACK;
        }
        if (state == State.PROVEN && isOptionalOfChat(type)) return CHAT;
        if (state == State.PROVEN && type >= FrameType.SHELF_MIN && type <= FrameType.SHELF_MAX) return SHELF;
        if (state == State.PROVEN && type == FrameType.VERSION) return VERSION;
        if (type >= FrameType.OPTIONAL_MIN) return SKIP;
        if (state == State.BULK) return type >= FrameType.BULK_MIN ? BULK : REFUSE;
        if (RoomNegotiation.isOurs(type)) return NEGOTIATION;
        return switch (type) {
            case FrameType.HELLO -> HELLO;
            case FrameType.PING, FrameType.PONG, FrameType.CLOSING -> SESSION;
            case FrameType.BULK_WANTED, FrameType.BULK_TOKEN_REQUEST,
                    FrameType.BULK_TOKEN -> state == State.PROVEN ? SESSION : REFUSE;
            default -> state == State.PROVEN ? application(type) : REFUSE;
        };
    }

    /// By range; the owner of a range decides which of its types exist.
    private static FrameRouting application(int type) {
        if (type >= FrameType.CHAT_MIN && type <= FrameType.CHAT_MAX) return CHAT;
        return type >= FrameType.FILES_MIN && type <= FrameType.FILES_MAX ? FILES : REFUSE;
    }
}
