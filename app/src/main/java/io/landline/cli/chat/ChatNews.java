package io.landline.cli.chat;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.EventFields;
import io.landline.node.port.WarningCode;

/// Which events of a node a person who sits at a chat is told. Stateless.
final class ChatNews {
    private ChatNews() {}

    /// What somebody said or asked, and not what was done with that.
    static boolean isNew(JsonObject event) {
        return switch (EventFields.text(event, "event")) {
            case "message", "poll", "collect" -> true;
            default -> false;
        };
    }

    /// What is told in a line beside the messages: what was done with one of this conversation, why some are missing,
    /// and what people say of themselves.
    static boolean isAside(JsonObject event, String conversation) {
        return EventFields.is(event, "status")
                || EventFields.text(event, "conversation").equals(conversation) && isAct(event)
                || isNoticeOf(event, conversation);
    }

    /// Something that was done with a message.
    private static boolean isAct(JsonObject event) {
        return switch (EventFields.text(event, "event")) {
            case "edited", "deleted", "reacted", "pinned-message", "poll", "voted", "closed", "collect" -> true;
            default -> false;
        };
    }

    /// New words for a room, or that not all is fetched of a conversation: both say why messages are missing here. That
    /// another program holds the history says why what is typed waits, and so does that it is free again.
    private static boolean isNoticeOf(JsonObject event, String conversation) {
        return switch (EventFields.text(event, "event")) {
            case "words-changed" -> EventFields.text(event, "room").equals(conversation);
            case "warning" -> EventFields.text(event, "conversation").equals(conversation)
                    || EventFields.text(event, "code").equals(WarningCode.HISTORY_HELD.word())
                    || EventFields.text(event, "code").equals(WarningCode.HISTORY_FREE.word());
            default -> false;
        };
    }

    /// What a person waits for or has to answer, in whichever conversation: nothing else tells who sits here.
    static boolean isOfIncomingFiles(JsonObject event) {
        return EventFields.is(event, "handed-in") || EventFields.text(event, "direction").equals("in")
                && switch (EventFields.text(event, "event")) {
                    case "offered", "transferred", "transfer-failed" -> true;
                    default -> false;
                };
    }
}
