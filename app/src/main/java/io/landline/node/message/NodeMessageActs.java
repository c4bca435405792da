package io.landline.node.message;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.EntryText;
import io.landline.chat.RetiredRoomException;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.sync.Conversations;
import io.landline.chat.view.EntryView;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.ItemReader;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.conversation.MessageIds;
import io.landline.node.conversation.PollReader;
import io.landline.node.conversation.PollVotes;
import io.landline.node.port.Chats.StoredText;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Text;
import io.landline.node.room.ConversationIds;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.BlankText;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Checks what a user wants to do with a message, and writes it as an entry. Any thread; waits for the disk.
public final class NodeMessageActs implements MessageActs {
    private static final String NOTHING_DONE = " Nothing was done.";

    private final Conversations conversations;
    private final ConversationResolver resolver;
    private final ConversationIds ids;
    private final ConversationWriter writer;
    private final OwnRooms rooms;
    private final JoinedTimeline joined;
    private final TimelineViews views;
    private final DeleteWriting deletes;
    private final Forwarding forwarding;
    private final Supplier<ItemReader> readers;
    private final PollReader polls;
    private final Fingerprint self;

    public NodeMessageActs(Conversations conversations, ConversationResolver resolver, ConversationWriter writer,
            OwnRooms rooms, JoinedTimeline joined, TimelineViews views, Supplier<ItemReader> readers,
            PollReader polls, Forwarding forwarding, Fingerprint self) {
        this.conversations = conversations;
        this.resolver = resolver;
        ids = new ConversationIds(resolver, self);
        this.writer = writer;
        this.rooms = rooms;
        this.joined = joined;
        this.views = views;
        this.forwarding = forwarding;
        deletes = new DeleteWriting(conversations, views, joined);
        this.readers = readers;
        this.polls = polls;
        this.self = self;
    }

    @Override
    public StoredText say(String to, Message message) throws CommandException {
        return writer.write(to, EntryKind.TEXT, text(to, message).toBody());
    }

    @Override
    public CompletableFuture<StoredText> saySoon(String to, Message message) throws CommandException {
        return writer.writeSoon(to, EntryKind.TEXT, text(to, message).toBody());
    }

    private EntryText text(String to, Message message) throws CommandException {
        Reference reply = null;
        EntryId answered = message.reply();
        if (answered != null) {
            Located target = located(answered);
            // throws where it is no message, but something that was done with one
            EntryView.Content content = shown(target).content();
            ConversationId conversation = resolver.find(to).conversation(self);
            if (!joined.current(target.conversation()).equals(conversation)) {
                throw new CommandException(Code.NO_MESSAGE,
                        "The message that this answers is in another conversation. Nothing was sent.");
            }
            if (content instanceof EntryView.Deleted) {
                throw new CommandException(Code.NOT_POSSIBLE, Reason.ANSWERED_DELETED,
                        "The message that this answers is deleted. Nothing was sent.");
            }
            reply = target.entry().reference();
        }
        writer.check(message.text());
        return new EntryText(message.text(), reply, message.mentions());
    }

    @Override
    public StoredText edit(EntryId target, String text) throws CommandException {
        return edit(target, text, null);
    }

    @Override
    public StoredText edit(EntryId target, String text, @Nullable Set<Fingerprint> mentions) throws CommandException {
        writer.check(text);
        Located message = located(target);
        if (!(there(message) instanceof EntryView.Message said)) {
            throw notPossible(null, "Only messages can be edited.");
        }
        mustBeOwn(message, "Only its author can edit a message.");
        if (said.edits().size() >= Edit.COUNTED_MAX) {
            throw notPossible(Reason.EDITED_OFTEN,
                    "This message was edited " + Edit.COUNTED_MAX + " times, which is the most.");
        }
        return write(message,
                new Edit(message.entry().reference(), text, mentions == null ? said.mentions() : mentions),
                EntryKind.EDIT);
    }

    @Override
    public StoredText delete(EntryId target) throws CommandException {
        Located message = located(target);
        EntryView.Content content = shown(message).content();
        if (content instanceof EntryView.Offered) {
            throw notPossible(null, "Files are not deleted but withdrawn: cancel the offer.");
        }
        if (content instanceof EntryView.Collecting) {
            throw notPossible(null, "A hand-in box is not deleted but closed.");
        }
        mustBeOwn(message, "Only its author can delete a message.");
        if (content instanceof EntryView.Deleted) {
            throw notPossible(Reason.DELETED_ALREADY, "This message is deleted already.");
        }
        List<Delete> all = deletes.of(message);
        try {
            for (Delete more : all.subList(0, all.size() - 1)) append(message, more, EntryKind.DELETE);
            return append(message, all.getLast(), EntryKind.DELETE);
        } catch (RetiredRoomException e) {
            return delete(target); // a delete for the room with the new words names other things
        }
    }

    @Override
    public StoredText react(EntryId target, String emoji, boolean on) throws CommandException {
        if (BlankText.is(emoji) || !React.isEmoji(emoji)) {
            throw new CommandException(Code.MALFORMED, "A reaction is one emoji." + NOTHING_DONE);
        }
        Located message = located(target);
        there(message);
        return write(message, new React(message.entry().reference(), emoji, on), EntryKind.REACT);
    }

    @Override
    public StoredText pin(EntryId target, boolean on) throws CommandException {
        Located message = located(target);
        there(message);
        return write(message, new Pin(message.entry().reference(), on), EntryKind.PIN);
    }

    @Override
    public StoredText ask(String to, Poll poll) throws CommandException {
        return writer.write(to, EntryKind.POLL, poll.toBody());
    }

    @Override
    public StoredText forward(EntryId target, String to, @Nullable String from) throws CommandException {
        Located message = located(target);
        if (from != null) writer.check(from);
        resolver.find(to).conversation(self); // before anything is sent
        return forwarding.forward(message.entry().id(), shown(message).content(), to, from);
    }

    @Override
    public StoredText vote(EntryId poll, List<Integer> choices) throws CommandException {
        Located message = located(poll);
        EntryView.Asked asked = asked(message);
        if (asked.outcome().closed()) throw notPossible(Reason.POLL_CLOSED, "This poll is closed.");
        if (!asked.poll().allows(choices) || Set.copyOf(choices).size() < choices.size()) {
            throw new CommandException(Code.MALFORMED, "This poll has " + asked.poll().options().size() + " options"
                    + (asked.poll().many() ? ", each to be chosen once." : ", and takes one of them.") + NOTHING_DONE);
        }
        return write(message, new Vote(message.entry().reference(), choices), EntryKind.VOTE);
    }

    @Override
    public StoredText close(EntryId poll) throws CommandException {
        Located message = located(poll);
        if (shown(message).content() instanceof EntryView.Collecting box) return close(message, box);
        EntryView.Asked asked = asked(message);
        mustBeOwn(message, "Only its author can close a poll.");
        if (asked.outcome().closed()) throw notPossible(Reason.POLL_CLOSED, "This poll is closed already.");
        return write(message, new Close(message.entry().reference(), asked.outcome().counts()), EntryKind.CLOSE);
    }

    private StoredText close(Located message, EntryView.Collecting box) throws CommandException {
        mustBeOwn(message, "Only its author can close a hand-in box.");
        if (box.closed()) throw notPossible(Reason.BOX_CLOSED, "This box is closed already.");
        return write(message, new Close(message.entry().reference(), List.of()), EntryKind.CLOSE);
    }

    @Override
    public EntryId find(String id) throws CommandException {
        return new MessageIds(views).find(id);
    }

    @Override
    public @Nullable Text ownText(EntryId target) throws CommandException {
        Located message = DatabaseAccess.<@Nullable Located>of(() -> views.withId(target));
        if (message == null) return null;
        return DatabaseAccess.<@Nullable Text>of(() -> readers.get()
                .items(message.conversation(), List.of(message.entry()))
                .stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(Text::own)
                .findFirst()
                .orElse(null));
    }

    @Override
    public List<Version> versions(EntryId target) throws CommandException {
        Located message = located(target);
        if (!(shown(message).content() instanceof EntryView.Message said)) return List.of();
        var versions = new ArrayList<Version>();
        EntryView first = EntryView.of(message.entry(), List.of());
        if (first != null && first.content() instanceof EntryView.Message words) {
            versions.add(new Version(message.entry().written(), words.text()));
        }
        said.edits().forEach(each -> versions.add(new Version(each.written(), ((Edit) each.act()).text())));
        return versions;
    }

    @Override
    public Votes votes(EntryId poll) throws CommandException {
        Located message = located(poll);
        if (!(shown(message).content() instanceof EntryView.Asked asked)) return Votes.NONE;
        PollVotes votes = DatabaseAccess.of(() -> polls.votes(asked, message.conversation()));
        return new Votes(votes.voters(), votes.silent());
    }

    @Override
    public List<TimelineItem> pinned(String conversation) throws CommandException {
        ConversationId id = ids.of(conversation);
        return DatabaseAccess
                .of(() -> readers.get().items(id, views.pinned(id).stream().map(EntryView::entry).toList()));
    }

    private Located located(EntryId id) throws CommandException {
        Located located = DatabaseAccess.<@Nullable Located>of(() -> views.withId(id));
        if (located == null) throw MessageIds.noMessage();
        return located;
    }

    private EntryView shown(Located message) throws CommandException {
        List<EntryView> shown = DatabaseAccess.of(() -> views.shown(message.conversation(), List.of(message.entry())));
        if (shown.isEmpty()) throw MessageIds.noMessage();
        return shown.getFirst();
    }

    private EntryView.Asked asked(Located message) throws CommandException {
        if (there(message) instanceof EntryView.Asked asked) return asked;
        throw notPossible(null, "This is no poll.");
    }

    private void mustBeOwn(Located message, String otherwise) throws CommandException {
        if (!message.entry().author().equals(self)) throw notPossible(null, otherwise);
    }

    /// What it shows; refused where it is deleted.
    private EntryView.Content there(Located message) throws CommandException {
        EntryView.Content content = shown(message).content();
        if (content instanceof EntryView.Deleted) {
            throw notPossible(Reason.DELETED_ALREADY, "This message is deleted.");
        }
        return content;
    }

    /// As [#append], and where the room gets new words meanwhile into the room with those.
    private StoredText write(Located message, Act act, EntryKind kind) throws CommandException {
        try {
            return append(message, act, kind);
        } catch (RetiredRoomException e) {
            return write(message, act, kind);
        }
    }

    /// Into the conversation of the message, or the room in which it goes on, as long as we are in it.
    private StoredText append(Located message, Act act, EntryKind kind) throws CommandException {
        String key = key(message);
        Addressee to = resolver.find(key);
        try {
            ConversationId conversation = to.conversation(self);
            if (to instanceof Addressee.Direct(Fingerprint other)) conversations.direct(other);
            Entry entry = conversations.append(conversation, kind, act.toBody());
            return new StoredText(key, entry.id(), entry.log().logHex(), entry.header().number());
        } catch (EntryStoreException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + NOTHING_DONE);
        }
    }

    private String key(Located message) throws CommandException {
        Room room = rooms.byId(joined.current(message.conversation()).asRoom());
        if (room != null) return rooms.conversation(room);
        Fingerprint peer = message.peer();
        if (peer != null) return peer.hex();
        throw new CommandException(Code.NO_ROOM, "You left the room of this message." + NOTHING_DONE);
    }

    private static CommandException notPossible(@Nullable Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + NOTHING_DONE);
    }
}
