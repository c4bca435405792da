package io.landline.node.port;

import io.landline.chat.act.Poll;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What this user does with messages (docs/protocol/acts.md). Each is on the disk when the call returns, on its way to
/// every member that is there, and kept for the others; the answer says where it stands. What is not allowed, or names
/// what is not here, is a [CommandException] and changes nothing. Any thread, but not one that must not wait for the
/// disk.
public interface MessageActs {
    /// What a message says.
    ///
    /// @param reply what it answers, in the same conversation; null for nothing
    /// @param mentions the people that the text mentions
    record Message(String text, @Nullable EntryId reply, Set<Fingerprint> mentions) {
        public Message {
            mentions = Set.copyOf(mentions);
        }
    }

    /// Writes a text.
    ///
    /// @param to a conversation, or a person by name or by the first digits of the fingerprint
    Chats.StoredText say(String to, Message message) throws CommandException;

    /// Writes a text like [#say], and does not wait for the disk: for callers that have more to say. The answer, or a
    /// [CommandException], comes when it is on the disk, on a thread that it must not keep waiting.
    CompletableFuture<Chats.StoredText> saySoon(String to, Message message) throws CommandException;

    /// Another text in the place of an own one. It goes to absent friends in the place of the first, too. Who was
    /// called stays called.
    Chats.StoredText edit(EntryId target, String text) throws CommandException;

    /// As above, and from now on the message calls these people alone.
    Chats.StoredText edit(EntryId target, String text, Set<Fingerprint> mentions) throws CommandException;

    /// Takes an own message or poll away for ever, with all that it ever said.
    Chats.StoredText delete(EntryId target) throws CommandException;

    Chats.StoredText react(EntryId target, String emoji, boolean on) throws CommandException;

    Chats.StoredText pin(EntryId target, boolean on) throws CommandException;

    /// Asks everybody in a conversation.
    ///
    /// @param to as in [#say]
    Chats.StoredText ask(String to, Poll poll) throws CommandException;

    /// Writes what a message says into a conversation, as this user's: a text as it shows now, a poll anew and without
    /// its votes, and files as an offer of this node, where it has all of them ([FileTransfers#held]). The answer is
    /// where the last of it stands.
    ///
    /// @param to as in [#say]
    /// @param from goes before it and says who wrote it; null for nothing
    Chats.StoredText forward(EntryId target, String to, @Nullable String from) throws CommandException;

    /// @param choices places of options from 0; none takes the vote back
    Chats.StoredText vote(EntryId poll, List<Integer> choices) throws CommandException;

    /// Ends an own poll: what is counted here now is the result. Or an own hand-in box: nothing is taken from then on.
    Chats.StoredText close(EntryId poll) throws CommandException;

    /// The entry that a person means by an id or its first digits, eight at least.
    EntryId find(String id) throws CommandException;

    /// @param written by the author's clock
    record Version(Instant written, String text) {}

    /// An own message as it stands; null where it cannot be changed: it is deleted, no message, or not here.
    TimelineItem.@Nullable Text ownText(EntryId target) throws CommandException;

    /// All that a message ever said, the first text first; empty where it was deleted.
    List<Version> versions(EntryId target) throws CommandException;

    /// Somebody who voted in a poll.
    ///
    /// @param name somebody's text
    /// @param choices places of options from 0, at least one
    record Voter(Fingerprint person, String name, boolean own, Set<Integer> choices) {
        public Voter {
            choices = Set.copyOf(choices);
        }
    }

    /// Somebody without a vote here.
    ///
    /// @param name somebody's text
    record Silent(Fingerprint person, String name, boolean own) {}

    /// The answers to a poll, as far as they are here.
    ///
    /// @param voters by name; nobody while the result is hidden, and where the poll was deleted
    /// @param silent the other people of the conversation, by name, without those who are blocked; nobody while
    ///        the result is hidden, and where the poll was deleted
    record Votes(List<Voter> voters, List<Silent> silent) {
        public static final Votes NONE = new Votes(List.of(), List.of());

        public Votes {
            voters = List.copyOf(voters);
            silent = List.copyOf(silent);
        }
    }

    /// Who voted in a poll, and who did not.
    Votes votes(EntryId poll) throws CommandException;

    /// What is pinned in a conversation, the latest pin first.
    List<TimelineItem> pinned(String conversation) throws CommandException;
}
