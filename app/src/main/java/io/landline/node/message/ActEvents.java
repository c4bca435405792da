package io.landline.node.message;

import io.landline.chat.Entry;
import io.landline.chat.EntryText;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.cost.Standings;
import io.landline.json.MalformedJsonException;
import io.landline.node.conversation.MessageReader;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ActOn;
import io.landline.node.port.NodeEvent.Closed;
import io.landline.node.port.NodeEvent.Deleted;
import io.landline.node.port.NodeEvent.Edited;
import io.landline.node.port.NodeEvent.PinnedMessage;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Reacted;
import io.landline.node.port.NodeEvent.Voted;
import io.landline.node.room.ConversationLabels;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.TimelineViews;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Turns what others do with messages into events: only what counts, and only of what is here. Of somebody who acts
/// without end it tells at a pace ([ActPace]); all the acts count. On the conversations' queue; reads the database.
public final class ActEvents {
    /// After a message, by its author's clock, an edit may call people to it. Later it mentions them all the same.
    static final Duration CALLS_WITHIN = Duration.ofMinutes(10);

    private final MessageReader messages;
    private final ConversationLabels labels;
    private final TimelineViews views;
    private final Supplier<Duration> uptime;
    private final ActPace pace;

    public ActEvents(MessageReader messages, ConversationLabels labels, TimelineViews views,
            Standings standings, Supplier<Duration> uptime) {
        this.messages = messages;
        this.labels = labels;
        this.views = views;
        this.uptime = uptime;
        pace = new ActPace(standings);
    }

    /// Whether its author wrote it again ([RewrittenMessage]), and what it was first is here: then nobody hears of it
    /// twice.
    public boolean isToldAlready(Entry entry) {
        return RewrittenMessage.of(entry) != null && views.isTwin(entry);
    }

    /// Whether it is told that this person confirms what was handed in.
    boolean isHandInReceiptTold(Entry receipt) {
        return pace.allowsHandInReceipt(receipt.author(), uptime.get());
    }

    /// The event of a poll; null where the entry is no poll, or where the poll was deleted.
    @Nullable
    NodeEvent ofPoll(Entry entry) {
        ConversationId conversation = entry.header().conversation();
        List<EntryView> shown = views.shown(conversation, List.of(entry));
        if (shown.isEmpty() || !(shown.getFirst().content() instanceof EntryView.Asked asked)) return null;
        return new PollAsked(labels.label(conversation), entry.author(), messages.name(entry.author()),
                MessageReader.place(entry), asked.poll(), entry.written());
    }

    /// The event of an act; null for what changes nothing that is here, and for one act too many to be told.
    @Nullable
    NodeEvent ofAct(Entry entry) {
        PerformedAct performed = PerformedAct.of(entry);
        if (performed == null) return null;
        return pace.allows(performed.act(), entry.author(), uptime.get()) ? event(entry, performed) : null;
    }

    /// The same of this user's own act, whatever their pace.
    @Nullable
    NodeEvent ofOwnAct(Entry entry) {
        PerformedAct performed = PerformedAct.of(entry);
        return performed == null ? null : event(entry, performed);
    }

    private @Nullable NodeEvent event(Entry entry, PerformedAct performed) {
        Act act = performed.act();
        Reference reference = act.target();
        EntryView target = views.target(entry.header().conversation(), performed);
        if (target == null) return null;
        var on = new ActOn(labels.label(entry.header().conversation()), entry.author(), messages.name(entry.author()),
                entry.id(), target.entry().id());
        boolean byTheAuthor = entry.author().equals(reference.author());
        EntryView.Content content = target.content();
        return switch (act) {
            case Edit _ when byTheAuthor && content instanceof EntryView.Message said -> new Edited(on, said.text(),
                    called(target.entry(), said, performed));
            case Delete _ when byTheAuthor && content instanceof EntryView.Deleted -> new Deleted(on);
            case React react when !(content instanceof EntryView.Deleted) -> new Reacted(on, react.emoji(), react.on());
            case Pin pin when !(content instanceof EntryView.Deleted) -> new PinnedMessage(on, pin.on());
            case Vote vote when content instanceof EntryView.Asked -> new Voted(on, vote.choices());
            case Close _ when byTheAuthor && content instanceof EntryView.Asked asked -> new Closed(on,
                    asked.outcome().counts());
            case Close _ when byTheAuthor && content instanceof EntryView.Collecting -> new Closed(on, List.of());
            case Edit _, Delete _, React _, Pin _, Vote _, Close _ -> null;
        };
    }

    /// The people that an edit mentions, the present words too, and no earlier words of the message. Nobody is called
    /// later than [#CALLS_WITHIN]. So each is called once, also where several edits come together, and old words call
    /// nobody.
    private static Set<Fingerprint> called(Entry message, EntryView.Message said, PerformedAct edit) {
        Duration later = Duration.between(message.written(), edit.written()).abs();
        int place = said.edits().indexOf(edit);
        if (place < 0 || later.compareTo(CALLS_WITHIN) > 0) return Set.of();
        var called = new HashSet<>(said.mentions());
        called.removeAll(firstMentions(message));
        for (PerformedAct each : said.edits().subList(0, place)) called.removeAll(mentions(each));
        called.retainAll(mentions(edit));
        return called;
    }

    private static Set<Fingerprint> mentions(PerformedAct edit) {
        return edit.act() instanceof Edit words ? words.mentions() : Set.of();
    }

    private static Set<Fingerprint> firstMentions(Entry message) {
        try {
            byte[] body = message.body();
            return body == null ? Set.of() : EntryText.ofBody(body).mentions();
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("a text that is shown was read before", e);
        }
    }
}
