package io.landline.node.conversation;

import io.landline.chat.view.Outcome;
import io.landline.node.port.NodeEvent.Collects;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.WordsChanged;
import java.time.Instant;

/// What stands in a history. Immutable.
public sealed interface HistoryItem {
    /// A message, or what was deleted.
    record MessageItem(Message message) implements HistoryItem {}

    /// A poll, and how it stands now.
    record PollItem(PollAsked asked, Outcome outcome) implements HistoryItem {}

    /// A hand-in box, and whether it is closed now.
    record BoxItem(Collects collects, boolean closed) implements HistoryItem {}

    /// Somebody gave the room new words.
    record WordsItem(WordsChanged change, Instant written) implements HistoryItem {}

    /// Of all its texts, in UTF-16.
    default int characters() {
        return switch (this) {
            case MessageItem(Message message) -> message.text().length() + message.name().length()
                    + message.conversation().length();
            case PollItem(PollAsked asked, _) -> asked.poll().question().length()
                    + asked.poll().options().stream().mapToInt(String::length).sum() + asked.name().length()
                    + asked.conversation().length();
            case BoxItem(Collects box, _) -> box.box().title().length() + box.box().pattern().length()
                    + box.name().length() + box.conversation().length();
            case WordsItem(WordsChanged change, _) -> change.name().length() + change.room().length();
        };
    }

    /// For people, as [io.landline.node.port.NodeEvent] has it; empty for our own.
    default String name() {
        return switch (this) {
            case MessageItem(Message message) -> message.name();
            case PollItem(PollAsked asked, _) -> asked.name();
            case BoxItem(Collects box, _) -> box.name();
            case WordsItem(WordsChanged change, _) -> change.name();
        };
    }
}
