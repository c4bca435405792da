package io.landline.node;

import io.landline.chat.view.Outcome;
import io.landline.node.port.NodeEvent.Collects;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.WordsChanged;
import java.time.Instant;

/// What stands in a history. Immutable.
public sealed interface Past {
    /// A message, or what was deleted.
    record Said(Message message) implements Past {}

    /// A poll, and how it stands now.
    record Asked(PollAsked asked, Outcome outcome) implements Past {}

    /// A hand-in box, and whether it is closed now.
    record Boxed(Collects collects, boolean closed) implements Past {}

    /// Somebody gave the room new words.
    record Changed(WordsChanged change, Instant written) implements Past {}

    /// Of all its texts, in UTF-16.
    default int characters() {
        return switch (this) {
            case Said(Message message) -> message.text().length() + message.name().length()
                    + message.conversation().length();
            case Asked(PollAsked asked, _) -> asked.poll().question().length()
                    + asked.poll().options().stream().mapToInt(String::length).sum() + asked.name().length()
                    + asked.conversation().length();
            case Boxed(Collects box, _) -> box.box().title().length() + box.box().pattern().length()
                    + box.name().length() + box.conversation().length();
            case Changed(WordsChanged change, _) -> change.name().length() + change.room().length();
        };
    }

    /// For people, as [io.landline.node.port.NodeEvent] has it; empty for our own.
    default String name() {
        return switch (this) {
            case Said(Message message) -> message.name();
            case Asked(PollAsked asked, _) -> asked.name();
            case Boxed(Collects box, _) -> box.name();
            case Changed(WordsChanged change, _) -> change.name();
        };
    }
}
