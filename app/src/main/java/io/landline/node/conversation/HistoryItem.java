package io.landline.node.conversation;

import io.landline.chat.view.Outcome;
import io.landline.node.port.NodeEvent.Collects;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.WordsChanged;
import java.time.Instant;
import java.util.List;

/// What stands in a history. Immutable.
public sealed interface HistoryItem {
    /// Emoji of one message that are told: as many as the window draws.
    int REACTIONS_MAX = 24;
    /// What an emoji has around it as JSON, in units of which each may take six bytes.
    int REACTION_FIELDS = 6;

    /// A message, or what was deleted.
    record MessageItem(Message message, List<ReactionCount> reactions) implements HistoryItem {
        public MessageItem {
            reactions = List.copyOf(reactions);
        }
    }

    /// A poll, and how it stands now.
    record PollItem(PollAsked asked, Outcome outcome, List<ReactionCount> reactions) implements HistoryItem {
        public PollItem {
            reactions = List.copyOf(reactions);
        }
    }

    /// A hand-in box, and whether it is closed now.
    record BoxItem(Collects collects, boolean closed, List<ReactionCount> reactions) implements HistoryItem {
        public BoxItem {
            reactions = List.copyOf(reactions);
        }
    }

    /// Somebody gave the room new words.
    record WordsItem(WordsChanged change, Instant written) implements HistoryItem {}

    /// How many people chose an emoji.
    record ReactionCount(String emoji, int people) {}

    /// The emoji under it, up to [#REACTIONS_MAX]; the one that came first stands first.
    default List<ReactionCount> reactions() {
        return List.of();
    }

    /// Of all its texts, in UTF-16, emoji too.
    default int characters() {
        int ofReactions = reactions().stream().mapToInt(each -> REACTION_FIELDS + each.emoji().length()).sum();
        return ofReactions + switch (this) {
            case MessageItem(Message message, _) -> message.text().length() + message.name().length()
                    + message.conversation().length();
            case PollItem(PollAsked asked, _, _) -> asked.poll().question().length()
                    + asked.poll().options().stream().mapToInt(String::length).sum() + asked.name().length()
                    + asked.conversation().length();
            case BoxItem(Collects box, _, _) -> box.box().title().length() + box.box().pattern().length()
                    + box.name().length() + box.conversation().length();
            case WordsItem(WordsChanged change, _) -> change.name().length() + change.room().length();
        };
    }

    /// For people, as [io.landline.node.port.NodeEvent] has it; empty for our own.
    default String name() {
        return switch (this) {
            case MessageItem(Message message, _) -> message.name();
            case PollItem(PollAsked asked, _, _) -> asked.name();
            case BoxItem(Collects box, _, _) -> box.name();
            case WordsItem(WordsChanged change, _) -> change.name();
        };
    }
}
