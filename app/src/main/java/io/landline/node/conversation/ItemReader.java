package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.LogKey;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Outcome;
import io.landline.filetransfer.OfferBody;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.NewestEntry;
import io.landline.node.port.NewestEntry.Kind;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.chat.Timelines.Overview;
import io.landline.storage.chat.Timelines.Receipt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns entries into items of a timeline, with what was done with them; asks for each name once. One call's, one
/// thread.
public final class ItemReader {
    private final Fingerprint self;
    private final PeerNames peerNames;
    private final Timelines timelines;
    private final TimelineViews views;
    private final boolean showsRead;
    private final Map<Fingerprint, String> names = new HashMap<>();

    /// @param showsRead whether the user shares when they read, and so sees it of others
    public ItemReader(Fingerprint self, PeerNames peerNames, Timelines timelines, TimelineViews views,
            boolean showsRead) {
        this.self = self;
        this.peerNames = peerNames;
        this.timelines = timelines;
        this.views = views;
        this.showsRead = showsRead;
    }

    /// From now on people of one name are told apart by their digits.
    void tellNamesakesApart() {
        names.putAll(peerNames.namesToldApart());
    }

    boolean isOwn(Fingerprint author) {
        return author.equals(self);
    }

    /// Empty for ourselves.
    public String name(Fingerprint author) {
        return author.equals(self) ? "" : names.computeIfAbsent(author, peerNames::name);
    }

    /// What a list of conversations says of the newest entry.
    @Nullable
    public NewestEntry newest(@Nullable Overview overview) {
        if (overview == null) return null;
        List<TimelineItem> items = items(List.of(overview.newest()));
        if (items.isEmpty()) return null;
        TimelineItem item = items.getFirst();
        return switch (item) {
            case TimelineItem.Text text -> newest(item, NewestEntry.Kind.TEXT, text.text());
            case TimelineItem.Offer offer -> new NewestEntry(item.name(), item.own(), NewestEntry.Kind.FILES, "",
                    offer.names(),
                    item.written());
            case TimelineItem.Deleted _ -> newest(item, NewestEntry.Kind.DELETED, "");
            case TimelineItem.PollItem poll -> newest(item, NewestEntry.Kind.POLL, poll.question());
            case BoxItem box -> newest(item, NewestEntry.Kind.BOX, box.what().title());
            case TimelineItem.Unknown _, TimelineItem.NewWords _ -> null; // it is not said, and never the newest
        };
    }

    private static NewestEntry newest(TimelineItem item, NewestEntry.Kind kind, String text) {
        return new NewestEntry(item.name(), item.own(), kind, text, item.written());
    }

    /// The same of entries of one conversation or several, in their order.
    public List<TimelineItem> items(List<Entry> entries) {
        Map<ConversationId, List<Entry>> parts = new LinkedHashMap<>();
        for (Entry each : entries) {
            parts.computeIfAbsent(each.header().conversation(), _ -> new ArrayList<>()).add(each);
        }
        var items = new ArrayList<TimelineItem>();
        parts.forEach((conversation, part) -> items.addAll(items(conversation, part)));
        if (parts.size() > 1) items.sort(Comparator.comparing(TimelineItem::position));
        return items;
    }

    /// Without what no person sees, and what cannot be read.
    public List<TimelineItem> items(ConversationId conversation, List<Entry> entries) {
        boolean anyOwn = entries.stream().anyMatch(entry -> entry.author().equals(self));
        Map<LogKey, List<Receipt>> receipts = anyOwn ? timelines.receipts(conversation) : Map.of();
        List<Entry> changes = entries.stream().filter(each -> each.kind().equals(EntryKind.CONTINUES)).toList();
        if (!changes.isEmpty()) return withChanges(conversation, entries, changes);
        List<EntryView> all = views.shown(conversation, entries);
        var references = new HashSet<Reference>();
        for (EntryView each : all) {
            if (each.content() instanceof EntryView.Message said && said.reply() != null) references.add(said.reply());
        }
        Map<Reference, EntryView> quoted = views.named(conversation, references);
        Map<LogKey, Long> forks = views.forks(conversation);
        return all.stream().map(each -> item(each, receipts, quoted, forks)).filter(Objects::nonNull).toList();
    }

    private List<TimelineItem> withChanges(ConversationId conversation, List<Entry> entries, List<Entry> changes) {
        List<TimelineItem> said = items(conversation,
                entries.stream().filter(each -> !changes.contains(each)).toList());
        return Stream.concat(said.stream(), changes.stream().map(each -> new TimelineItem.NewWords(head(each))))
                .sorted(Comparator.comparing(TimelineItem::position))
                .toList();
    }

    /// The same with entries of later versions among them.
    public List<TimelineItem> items(List<Entry> entries, List<Entry> later) {
        List<TimelineItem> items = items(entries);
        if (later.isEmpty()) return items;
        return Stream.concat(items.stream(), later.stream().map(this::unknown))
                .sorted(Comparator.comparing(TimelineItem::position))
                .toList();
    }

    private TimelineItem unknown(Entry entry) {
        return new TimelineItem.Unknown(head(entry));
    }

    /// Of an entry that is no message.
    private Head head(Entry entry) {
        return new Head(entry.position(), entry.id(), entry.author(), name(entry.author()),
                entry.author().equals(self), entry.written(), Delivery.NOWHERE);
    }

    private @Nullable TimelineItem item(EntryView shown, Map<LogKey, List<Receipt>> receipts,
            Map<Reference, EntryView> quoted,
            Map<LogKey, Long> forks) {
        Entry entry = shown.entry();
        boolean own = entry.author().equals(self);
        Delivery delivery = own ? delivery(entry, receipts.getOrDefault(entry.log(), List.of())) : Delivery.NOWHERE;
        var head = new Head(entry.position(), entry.id(), entry.author(), name(entry.author()), own, entry.written(),
                delivery, shown.reactions().stream().map(this::reaction).toList(),
                new TimelineItem.Marks(shown.pinned() != null, MessageReader.isForked(entry, forks)));
        return switch (shown.content()) {
            case EntryView.Message said -> new TimelineItem.Text(head, said.text(), said.edits().size(),
                    said.reply() == null ? null : quote(quoted.get(said.reply())), called(said.mentions()));
            case EntryView.Deleted _ -> new TimelineItem.Deleted(head);
            case EntryView.Offered _ -> offer(head, entry);
            case EntryView.Asked(Poll poll, Outcome outcome) -> pollItem(head, poll, outcome);
            case EntryView.Collecting(HandInBox box, boolean closed) -> new BoxItem(head, box, closed);
        };
    }

    private List<TimelineItem.Called> called(Set<Fingerprint> mentions) {
        return mentions.stream().map(each -> {
            boolean own = each.equals(self);
            return new TimelineItem.Called(each, own ? peerNames.own() : name(each), own);
        }).toList();
    }

    private TimelineItem.Reaction reaction(io.landline.chat.view.Reaction reaction) {
        List<String> people = reaction.people().stream().filter(each -> !each.equals(self)).map(this::name).toList();
        return new TimelineItem.Reaction(reaction.emoji(), people, reaction.people().contains(self));
    }

    /// What stands above an answer to this entry.
    public Quote quote(ConversationId conversation, Entry entry) {
        return quote(views.shown(conversation, List.of(entry)).stream().findFirst().orElse(null));
    }

    private Quote quote(@Nullable EntryView target) {
        if (target == null) return Quote.MISSING;
        Entry entry = target.entry();
        return switch (target.content()) {
            case EntryView.Message said -> quote(entry, Kind.TEXT, List.of(said.text()));
            case EntryView.Asked asked -> quote(entry, Kind.POLL, List.of(asked.poll().question()));
            case EntryView.Collecting box -> quote(entry, Kind.BOX, List.of(box.box().title()));
            case EntryView.Offered _ -> {
                OfferBody body = OfferBody.orNull(entry.body());
                yield body == null ? Quote.MISSING : quote(entry, Kind.FILES, body.names());
            }
            case EntryView.Deleted _ -> Quote.DELETED;
        };
    }

    private Quote quote(Entry entry, Kind kind, List<String> words) {
        return new Quote(entry.position(), name(entry.author()), entry.author().equals(self), kind, words);
    }

    private TimelineItem.@Nullable Offer offer(Head head, Entry entry) {
        OfferBody body = OfferBody.orNull(entry.body());
        return body == null
                ? null
                : new TimelineItem.Offer(head, entry.id().hex(), body.names(), body.files(), body.bytes(),
                        body.folders(), !head.own() && views.isTaken(entry),
                        head.own() && BoxField.of(entry.body()) != null);
    }

    private TimelineItem.PollItem pollItem(Head head, Poll poll, Outcome outcome) {
        boolean isHidden = poll.hidden() && !outcome.closed();
        var options = new ArrayList<TimelineItem.Option>();
        for (int i = 0; i < poll.options().size(); i++) {
            options.add(new TimelineItem.Option(poll.options().get(i), isHidden ? 0 : outcome.counts().get(i)));
        }
        Set<Integer> mine = Set.copyOf(outcome.votes().getOrDefault(self, List.of()));
        return new TimelineItem.PollItem(head, poll.question(), options, poll.many(), poll.hidden(), outcome.closed(),
                mine,
                outcome.votes().size());
    }

    private Delivery delivery(Entry entry, List<Receipt> receipts) {
        long number = entry.header().number();
        int delivered = 0;
        int read = 0;
        for (Receipt receipt : receipts) {
            if (receipt.delivered() >= number) delivered++;
            if (showsRead && receipt.read() >= number) read++;
        }
        return new Delivery(delivered, read);
    }
}
