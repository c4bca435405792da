package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.util.List;
import java.util.Set;

/// Hears what happened in conversations, after it was committed, on the conversations' thread, one call at a time. It
/// may call [io.landline.chat.sync.Conversations], and must not block for long: nothing is received meanwhile.
public interface ConversationListener {
    /// How a new entry came here.
    enum EntrySource {
        /// This user wrote it.
        OWN,
        /// Its author sent it unasked: it was written a moment ago, whatever that computer's clock says.
        JUST_WRITTEN,
        /// Somebody was asked for it: it may be of any age.
        ASKED_FOR
    }

    /// A new entry, each once, in the order of its log. A kill may cost the call, never the entry.
    default void stored(Entry entry, EntrySource source) {}

    /// Entries older than what was held before, of one log, in ascending order: history that comes in the background.
    default void olderStored(List<Entry> entries) {}

    /// An entry that was held lost its body: a peer showed that its author deleted it, and the delete itself may come
    /// later.
    default void erased(Entry entry) {}

    /// The peer's node has all of this log of ours up to that number.
    default void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {}

    /// A person saw all of this log of ours up to that number.
    default void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {}

    /// The peer began to type in this conversation, or no longer does.
    default void typing(ConversationId conversation, Fingerprint peer, boolean types) {}

    /// A connected peer says this of itself now; [PersonStatus#NONE] also where its session has ended.
    default void status(Fingerprint peer, PersonStatus status) {}

    /// A peer hands over new words for a room; who says so and what the entry says was checked, and nothing else.
    ///
    /// @param joined the rooms that this session had joined
    default void newWords(Session session, Set<RoomId> joined, NewWords words) {}

    /// The peer has the words of that room.
    default void wordsHeld(Fingerprint peer, RoomId next) {}

    /// The author signed two entries with one number: the log is taken no further.
    default void forked(LogKey log) {}

    /// A peer with only open rooms in common writes directly, and [Membership] does not accept it. Once a session.
    default void directHeldBack(Fingerprint peer) {}

    /// The store failed: what came was not kept and will come again. The message is for a person.
    default void storeFailed(String message) {}

    /// What bounds one person's cost.
    enum Limit {
        /// As much as may be stored of this person in a day; what follows waits for the next day, or for the user.
        DAY,
        /// As much as may be stored of this person in a day of entries that this version does not know.
        UNKNOWN_KINDS,
        /// Logs of one author.
        LOGS,
        /// Logs of a conversation; people who are known less well gave way, or are not taken.
        ROOM_LOGS,
        /// People that one member vouches for.
        ADMISSIONS,
        /// People that this user does not know well and that wrote directly; nothing of further ones is taken.
        DIRECT_WRITERS,
        /// This person, who is away, gave a place among direct writers to somebody else, with all that they wrote.
        WRITER_GAVE_WAY
    }

    /// This person has reached a limit: once a day for each.
    default void limitReached(Fingerprint person, ConversationId conversation, Limit limit) {}

    /// Logs of a conversation that are taken no further today.
    ///
    /// @param person who causes it: the author, or the member who vouches for them
    /// @param limit [Limit#DAY] or [Limit#UNKNOWN_KINDS]
    record Pause(Fingerprint person, ConversationId conversation, Limit limit) {}

    /// A pause began that a person is to see; see [io.landline.chat.sync.Conversations#pauses].
    default void paused(Pause pause) {}

    /// It is over: another day, the user's word, or a block.
    default void pauseEnded(Pause pause) {}

    /// A card came that names an author of this conversation, newly or anew.
    default void named(ConversationId conversation, Fingerprint author) {}

    /// Whether what sessions brought may be worked off. False keeps it waiting, and in the end its senders, while what
    /// earlier entries brought about is not worked off. Asked again after a while.
    default boolean hasSpace() {
        return true;
    }
}
