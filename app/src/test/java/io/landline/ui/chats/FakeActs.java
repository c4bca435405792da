package io.landline.ui.chats;

import io.landline.chat.act.Poll;
import io.landline.node.port.Chats.StoredText;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Notes what is done with messages, with the last digit of their ids: `edit 3 hello`.
public final class FakeActs implements MessageActs {
    public final List<String> done = new ArrayList<>();
    public final List<Poll> polls = new ArrayList<>();
    /// Of any message.
    public List<Version> versions = List.of();
    /// Of any poll.
    public Votes votes = Votes.NONE;
    /// Messages that are not here any more.
    public final Set<EntryId> gone = new HashSet<>();
    private final FakeChats chats;

    FakeActs(FakeChats chats) { this.chats = chats; }

    private StoredText note(String what, @Nullable EntryId target, String more) throws CommandException {
        if (chats.diskFull) throw new CommandException(Code.STORAGE, "the disk is full");
        if (target != null && gone.contains(target)) throw new CommandException(Code.NO_MESSAGE, "no such message");
        done.add(what + (target == null ? "" : " " + target.low()) + (more.isEmpty() ? "" : " " + more));
        return new StoredText("#class", new EntryId(1, done.size()), "0f", done.size());
    }

    @Override
    public StoredText say(String to, Message message) throws CommandException {
        List<String> called = message.mentions().stream().map(Fingerprint::brief).sorted().toList();
        if (message.reply() == null && called.isEmpty()) return chats.say(to, message.text());
        return note(message.reply() == null ? "say" : "reply", message.reply(),
                message.text() + (called.isEmpty() ? "" : " " + called));
    }

    @Override
    public CompletableFuture<StoredText> saySoon(String to, Message message) throws CommandException {
        return CompletableFuture.completedFuture(say(to, message));
    }

    @Override
    public StoredText edit(EntryId target, String text) throws CommandException {
        return note("edit", target, text);
    }

    @Override
    public StoredText edit(EntryId target, String text, Set<Fingerprint> mentions) throws CommandException {
        return note("edit", target, text + (mentions.isEmpty() ? "" : " " + mentions.size()));
    }

    @Override
    public StoredText delete(EntryId target) throws CommandException {
        return note("delete", target, "");
    }

    @Override
    public StoredText react(EntryId target, String emoji, boolean on) throws CommandException {
        return note("react", target, emoji + " " + on);
    }

    @Override
    public StoredText pin(EntryId target, boolean on) throws CommandException {
        return note("pin", target, "" + on);
    }

    @Override
    public StoredText ask(String to, Poll poll) throws CommandException {
        StoredText said = note("poll", null, to + " " + poll.question());
        polls.add(poll);
        return said;
    }

    @Override
    public StoredText forward(EntryId target, String to, @Nullable String from) throws CommandException {
        for (List<TimelineItem> all : chats.items.values()) {
            for (TimelineItem each : all) {
                if (!each.id().equals(target)) continue;
                if (each instanceof TimelineItem.Text said) {
                    return chats.say(to, from == null ? said.text() : from + "\n" + said.text());
                }
                return note("forward", target, to + (from == null ? "" : " " + from));
            }
        }
        throw new CommandException(Code.NO_MESSAGE, "no such message");
    }

    @Override
    public StoredText vote(EntryId poll, List<Integer> choices) throws CommandException {
        return note("vote", poll, choices.toString());
    }

    @Override
    public StoredText close(EntryId poll) throws CommandException {
        return note("close", poll, "");
    }

    @Override
    public EntryId find(String id) {
        throw new UnsupportedOperationException("no window asks for it");
    }

    @Override
    public TimelineItem.@Nullable Text ownText(EntryId target) {
        return chats.items.values()
                .stream()
                .flatMap(List::stream)
                .filter(TimelineItem.Text.class::isInstance)
                .map(TimelineItem.Text.class::cast)
                .filter(each -> each.id().equals(target))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<Version> versions(EntryId target) {
        return versions;
    }

    @Override
    public Votes votes(EntryId poll) {
        return votes;
    }

    @Override
    public List<TimelineItem> pinned(String conversation) throws CommandException {
        List<TimelineItem> pinned = new ArrayList<>();
        for (TimelineItem each : chats.page(conversation, null, Integer.MAX_VALUE).items()) {
            if (each.head().pinned()) pinned.addFirst(each);
        }
        return pinned;
    }
}
