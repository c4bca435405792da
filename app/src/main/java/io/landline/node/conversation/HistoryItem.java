package io.landline.node.conversation;

import io.landline.chat.view.Outcome;
import io.landline.filetransfer.OfferBody;
import io.landline.node.port.NodeEvent.BoxMade;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;

/// What stands in a history. Immutable.
///
/// @param reactions the emoji under it, up to [#REACTIONS_MAX]; the one that came first stands first
public record HistoryItem(Content content, List<ReactionCount> reactions) {
    /// Emoji of one message that are told: as many as the window draws.
    static final int REACTIONS_MAX = 24;
    /// What an emoji has around it as JSON, in units of which each may take six bytes.
    private static final int REACTION_FIELDS = 6;
    /// What a name of a file has around it, in the same units.
    private static final int NAME_FIELDS = 1;

    /// What it is.
    public sealed interface Content {}

    /// A message, or what was deleted.
    public record Said(Message message) implements Content {}

    /// A poll, and how it stands now.
    public record Asked(PollAsked poll, Outcome outcome) implements Content {}

    /// A hand-in box, and whether it is closed now.
    public record Collecting(BoxMade box, boolean closed) implements Content {}

    /// Files that somebody offered. Only a search tells of them.
    ///
    /// @param conversation as the events of messages name it
    /// @param name for people; empty for our own
    public record Files(String conversation, Fingerprint author, String name, EntryPlace place, OfferBody offer,
            Instant written) implements Content {}

    /// Somebody gave the room new words.
    public record NewWords(WordsChanged change, Instant written) implements Content {}

    /// How many people chose an emoji.
    public record ReactionCount(String emoji, int people) {}

    public HistoryItem {
        reactions = List.copyOf(reactions);
    }

    /// Of all its texts, in UTF-16, emoji too.
    int characters() {
        int ofReactions = reactions.stream().mapToInt(each -> REACTION_FIELDS + each.emoji().length()).sum();
        return ofReactions + switch (content) {
            case Said(Message message) -> message.text().length() + message.name().length()
                    + message.conversation().length();
            case Asked(PollAsked asked, _) -> asked.poll().question().length()
                    + asked.poll().options().stream().mapToInt(String::length).sum() + asked.name().length()
                    + asked.conversation().length();
            case Collecting(BoxMade made, _) -> made.box().title().length()
                    + made.box().pattern().length() + made.name().length()
                    + made.conversation().length();
            case Files files -> files.offer().names().stream().mapToInt(each -> NAME_FIELDS + each.length()).sum()
                    + files.name().length() + files.conversation().length();
            case NewWords(WordsChanged change, _) -> change.name().length() + change.room().length();
        };
    }

    /// For people, as [io.landline.node.port.NodeEvent] has it; empty for our own.
    String name() {
        return switch (content) {
            case Said(Message message) -> message.name();
            case Asked(PollAsked asked, _) -> asked.name();
            case Collecting(BoxMade made, _) -> made.name();
            case Files files -> files.name();
            case NewWords(WordsChanged change, _) -> change.name();
        };
    }
}
