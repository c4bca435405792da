package io.landline.node.port;

import io.landline.chat.KeptDraft;
import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.room.EntryId;
import io.landline.storage.database.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Conversations as a window shows them. A conversation is named as events name it: `#room`, or the other's whole
/// fingerprint. Any thread, but not one that must not wait for the disk.
public interface Chats extends Muting {
    enum Kind { ROOM, OPEN_ROOM, DIRECT }

    /// One row of the list of conversations.
    ///
    /// @param title of a room the user's own name for it, else its name without `#`; a person's name: somebody's text
    /// @param peer of a direct one the other, else null
    /// @param confirmed false for a room with a key that nobody has proved yet
    /// @param unread entries of others that no person has seen here, at most [#UNREAD_MAX]
    /// @param calls how many of these call the user by a mention; where an author wrote so much that not all of it is
    ///        looked at, there may be more
    /// @param choices what the user chose for it
    record Conversation(String key, Kind kind, String title, @Nullable Fingerprint peer, boolean confirmed, int unread,
            int calls, Choices choices, @Nullable NewestEntry newest) {
        public boolean muted() {
            return choices.has(Choice.MUTED);
        }

        /// Whether there is something to come back to.
        public boolean isUnread() {
            return unread > 0 || markedUnread();
        }

        public boolean markedUnread() {
            return choices.has(Choice.UNREAD);
        }

        public boolean mentionsOnly() {
            return choices.has(Choice.MENTIONS_ONLY);
        }

        /// Whether most of it notifies nobody.
        public boolean quiet() {
            return muted() || mentionsOnly();
        }

        public boolean onTop() {
            return choices.has(Choice.ON_TOP);
        }

        public boolean archived() {
            return choices.has(Choice.ARCHIVED);
        }

        /// Of a room its name for everybody, without `#`; of a person the name.
        public String realTitle() {
            return peer == null ? key.substring(1) : title;
        }

        /// Of a room its label, as contacts list rooms; of a person the key.
        public String label() {
            return kind == Kind.OPEN_ROOM ? RoomListing.openLabel(key) : key;
        }
    }

    /// What the user may choose for a conversation.
    enum Choice {
        /// No notification of it now.
        MUTED,
        /// Notifications only of messages that call the user.
        MENTIONS_ONLY,
        /// It stands above the others in the list.
        ON_TOP,
        /// It is out of the list, until something newer comes; while it is muted, also then.
        ARCHIVED,
        /// The user wants to come back to it, though all of it may be read.
        UNREAD
    }

    /// How long a conversation is muted.
    enum MuteTerm {
        HOUR(Duration.ofHours(1)),
        /// A day at work or at school.
        EIGHT_HOURS(Duration.ofHours(8)),
        /// Until it is taken back.
        FOR_EVER(null);

        private final @Nullable Duration length;

        MuteTerm(@Nullable Duration length) { this.length = length; }

        /// Null for no end.
        public @Nullable Duration length() {
            return length;
        }
    }

    /// @param items oldest first
    /// @param reachesStart nothing is older than the first of these
    record Page(List<TimelineItem> items, boolean reachesStart) {}

    /// More unread entries than this are not counted.
    int UNREAD_MAX = 1_000;
    /// A window shows some sixty at a time.
    int PAGE_MAX = 1_000;
    /// Of a page: they show as a line for each of their authors, so the oldest of more are missed by nobody.
    int UNKNOWN_MAX = 100;

    /// What this user does with messages.
    MessageActs acts();

    /// What is done with the past of conversations.
    ChatHistory history();

    /// What this node alone keeps of messages.
    MessageNotes notes();

    /// Our rooms, and the direct conversations that hold at least one entry that people see. Those that are kept on top
    /// stand first; then the one with the latest arrival, where a room in which nothing was said arrived when it was
    /// joined. Throws a [StorageException] where the disk fails.
    List<Conversation> list();

    /// The newest entries before a position (null: of all). Entries of kinds that nobody sees do not count. Those of
    /// later versions stand between, at most [#UNKNOWN_MAX], beside the limit.
    ///
    /// @param limit 1 to [#PAGE_MAX]
    Page page(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException;

    /// The oldest entries after a position, oldest first; fewer than `limit` where the conversation ends with them.
    /// Those of later versions stand between, as in [#page].
    ///
    /// @param limit at least 1
    List<TimelineItem> after(String conversation, TimelinePosition after, int limit) throws CommandException;

    /// The newest texts with all of these words.
    Page search(String conversation, String words, int limit) throws CommandException;

    /// A message that was found, and where.
    record Found(String conversation, TimelineItem item) {}

    /// @param found what came here last stands first
    /// @param hasMore whether more was found than these
    record FoundPage(List<Found> found, boolean hasMore) {}

    /// The texts of all conversations of [#list] that the filter wants, the latest arrivals. Without words it finds
    /// nothing. Takes longer than a
    /// search of one conversation where the history is long.
    ///
    /// @param limit 1 to [#PAGE_MAX]
    FoundPage searchAll(ChatHistory.Filter wanted, int limit) throws CommandException;

    /// A person with a full daily budget: no more of theirs is fetched today in a conversation.
    ///
    /// @param name somebody's text
    /// @param unknownKinds of what this version cannot show; else of everything
    record Paused(Fingerprint person, String name, boolean unknownKinds) {}

    /// Who is paused now in this conversation, the first one first; [Chats#watch] tells of changes.
    List<Paused> paused(String conversation) throws CommandException;

    /// Who is paused now in any conversation: the first of them, an attacker invents people.
    Set<Fingerprint> paused();

    /// Lets as much again of this person's be stored today; what was paused is fetched.
    void allowMore(Fingerprint person);

    /// A text that was stored and is on its way.
    ///
    /// @param number the entry's in its log
    record StoredText(String conversation, EntryId id, String log, long number) {}

    /// Writes a text: on the disk when this returns, on its way to every member that is there, kept for the others.
    ///
    /// @param to a conversation, or a person by name or by the first digits of the fingerprint
    StoredText say(String to, String text) throws CommandException;

    /// An offer of ours.
    ///
    /// @param offer its id in hex
    /// @param leftOut what of its folders it lacks
    record Sent(String offer, LeftOut leftOut) {}

    /// Offers files and folders. Reads their sizes, not their content.
    ///
    /// @param to as in [#say]
    Sent send(String to, FilesToSend what) throws CommandException;

    /// Calls the listener with the conversation that holds something new: an own entry, somebody's, a backlog, an
    /// offer, a receipt, or that it was read here. Called on the node's threads, often: it only puts things aside.
    Subscription watch(Consumer<String> changed);

    /// What is being written and was not sent, by conversation, in no order. It is kept on this computer alone.
    Map<String, KeptDraft> drafts();

    /// Keeps what is being written in a conversation; an empty draft takes it away. A room's goes with the room.
    void keepDraft(String conversation, KeptDraft draft) throws CommandException;

    /// Keeps a conversation on top of [#list], or takes that back.
    void setOnTop(String conversation, boolean onTop) throws CommandException;

    /// Takes a conversation out of the list, or puts it back. It stays connected. What comes later puts it back too,
    /// but where it is muted.
    void setArchived(String conversation, boolean archived) throws CommandException;

    /// Names a room for this user alone. Everybody else, and the command line, go on with its real name.
    ///
    /// @param name as a room's name may be; null takes it back
    void setOwnName(String room, @Nullable String name) throws CommandException;

    /// @param seenTo up to where a person has read; null for up to the newest entry that is known to be read
    Unread unread(String conversation, @Nullable TimelinePosition seenTo) throws CommandException;

    /// A person has seen all that is here.
    void read(String conversation) throws CommandException;

    /// A person has seen what is here up to this place; what stands above it counts as seen.
    ///
    /// @param unseen of a log that came late the first entry that nobody has seen: it stays unread from there on
    void read(String conversation, TimelinePosition place, List<TimelinePosition> unseen) throws CommandException;
}
