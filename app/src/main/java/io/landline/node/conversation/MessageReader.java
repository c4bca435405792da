package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.chat.words.WordsChange.State;
import io.landline.filetransfer.OfferBody;
import io.landline.node.conversation.HistoryItem.ReactionCount;
import io.landline.node.event.PeerNames;
import io.landline.node.port.NodeEvent.BoxMade;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Words;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.chat.TimelineViews;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads text entries as messages, as they are shown now, with present names. Any thread; reads the database.
public final class MessageReader {
    private static final System.Logger LOG = System.getLogger(MessageReader.class.getName());

    private final Fingerprint self;
    private final PeerNames names;
    private final ConversationLabels labels;
    private final TimelineViews views;

    public MessageReader(Fingerprint self, PeerNames names, ConversationLabels labels, TimelineViews views) {
        this.self = self;
        this.names = names;
        this.labels = labels;
        this.views = views;
    }

    /// The event of a text entry; null where its author wrote something that is no text.
    @Nullable
    public Message message(Entry entry, Instant received) {
        ConversationId conversation = entry.header().conversation();
        List<EntryView> shown = views.shown(conversation, List.of(entry));
        Words words = shown.isEmpty() ? null : words(conversation, shown.getFirst().content());
        if (words == null) {
            LOG.log(System.Logger.Level.INFO, "{0} is marked as a text but is not one", entry);
            return null;
        }
        return new Message(received, labels.label(conversation), entry.author(), name(entry.author()), place(entry),
                words, entry.written());
    }

    /// Reads the entries of one page: messages, polls, hand-in boxes, files and changes of words, as they stand now. It
    /// gives null for an entry of any other kind. The forks of a conversation are read from the database once for all
    /// of its entries. One thread.
    public Function<Entry, @Nullable HistoryItem> page() {
        var forks = new HashMap<ConversationId, Map<LogKey, Long>>();
        return entry -> past(entry, forks.computeIfAbsent(entry.header().conversation(), views::forks));
    }

    private @Nullable HistoryItem past(Entry entry, Map<LogKey, Long> forks) {
        ConversationId conversation = entry.header().conversation();
        if (entry.kind().equals(EntryKind.CONTINUES)) {
            var change = new WordsChanged(entry.author(), pastName(entry.author()), labels.label(conversation),
                    conversation.asRoom().hex(), State.TAKEN);
            return new HistoryItem(new HistoryItem.NewWords(change, entry.written()), List.of());
        }
        List<EntryView> shown = views.shown(conversation, List.of(entry));
        if (shown.isEmpty()) return null;
        HistoryItem.Content content = past(entry, shown.getFirst().content(), pastPlace(entry, forks));
        return content == null ? null : new HistoryItem(content, reactions(shown.getFirst()));
    }

    private HistoryItem.@Nullable Content past(Entry entry, EntryView.Content content, EntryPlace place) {
        Fingerprint author = entry.author();
        String name = pastName(author);
        String label = labels.label(entry.header().conversation());
        Instant written = entry.written();
        return switch (content) {
            case EntryView.Asked(var poll, var outcome) -> new HistoryItem.Asked(
                    new PollAsked(label, author, name, place, poll, written), outcome);
            case EntryView.Collecting(var box, boolean closed) -> new HistoryItem.Collecting(
                    new BoxMade(label, author, name, place, box, written), closed);
            case EntryView.Offered _ -> {
                OfferBody offer = OfferBody.orNull(entry.body());
                yield offer == null ? null : new HistoryItem.Files(label, author, name, place, offer, written);
            }
            case EntryView.Message _, EntryView.Deleted _ -> {
                Words words = words(entry.header().conversation(), content);
                yield words == null
                        ? null
                        : new HistoryItem.Said(new Message(written, label, author, name, place, words, written));
            }
        };
    }

    private String pastName(Fingerprint author) {
        return author.equals(self) ? names.own() : names.name(author);
    }

    private static List<ReactionCount> reactions(EntryView view) {
        return view.reactions()
                .stream()
                .limit(HistoryItem.REACTIONS_MAX)
                .map(each -> new ReactionCount(each.emoji(), each.people().size()))
                .toList();
    }

    private @Nullable Words words(ConversationId conversation, EntryView.Content content) {
        return switch (content) {
            case EntryView.Message said -> new Words(said.text(), answered(conversation, said.reply()), said.mentions(),
                    said.isEdited(), false);
            case EntryView.Deleted _ -> new Words("", null, Set.of(), false, true);
            case EntryView.Offered _, EntryView.Asked _, EntryView.Collecting _ -> null;
        };
    }

    private @Nullable EntryId answered(ConversationId conversation, @Nullable Reference reply) {
        if (reply == null) return null;
        EntryView target = views.named(conversation, List.of(reply)).get(reply);
        return target == null ? null : target.entry().id();
    }

    /// Empty for ourselves.
    public String name(Fingerprint author) {
        return author.equals(self) ? "" : names.name(author);
    }

    public static EntryPlace place(Entry entry) {
        return new EntryPlace(entry.id(), entry.log().logHex(), entry.header().number());
    }

    /// Of an entry that may stand behind a fork: what comes never does, so nobody need ask of it.
    private static EntryPlace pastPlace(Entry entry, Map<LogKey, Long> forks) {
        return new EntryPlace(entry.id(), entry.log().logHex(), entry.header().number(), isForked(entry, forks));
    }

    /// Whether others may hold something else in this place.
    ///
    /// @param forks as [TimelineViews#forks] has them
    static boolean isForked(Entry entry, Map<LogKey, Long> forks) {
        return !forks.isEmpty() && entry.header().number() >= forks.getOrDefault(entry.log(), Long.MAX_VALUE);
    }
}
