package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats.Page;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is done with the past of a conversation: it is searched, written into a document, and removed where it is old.
/// Conversations are named as in [Chats]. Any thread, but not one that must not wait for the disk.
public interface ChatHistory extends Keeping {
    /// Which messages a search wants.
    ///
    /// @param words only those with all of them; empty for any
    /// @param from only this author's; null for anybody's
    /// @param since only those written then or later, by their authors' clocks; null for any
    /// @param until only those written before; null for any
    record Filter(String words, @Nullable Fingerprint from, @Nullable Instant since, @Nullable Instant until) {
        public static Filter words(String words) {
            return new Filter(words, null, null, null);
        }

        public boolean isEmpty() {
            return words.isBlank() && from == null && since == null && until == null;
        }
    }

    /// Somebody who wrote in a conversation.
    ///
    /// @param name somebody's text; empty for ourselves
    record Author(Fingerprint peer, String name) {}

    /// For how long a conversation is kept on this computer.
    enum Keep {
        ALL(null), MONTH(30), QUARTER(90), YEAR(365);

        private final @Nullable Integer days;

        Keep(@Nullable Integer days) { this.days = days; }

        /// Null for ever.
        public @Nullable Integer days() {
            return days;
        }

        /// The choice that is nearest to this number of days, and not shorter.
        public static Keep ofDays(@Nullable Integer days) {
            if (days == null) return ALL;
            for (Keep each : List.of(MONTH, QUARTER, YEAR)) {
                if (Objects.requireNonNull(each.days) >= days) return each;
            }
            return ALL;
        }
    }

    /// Authors that a person may choose among.
    int AUTHORS_MAX = 200;

    /// What a conversation can be written as.
    enum Format { TEXT, JSON, HTML }

    /// The words of a document, in one language.
    ///
    /// @param language its tag, such as `en`
    /// @param exported stands before the time of the export
    /// @param files stands before how many files are offered, and their bytes
    /// @param newWords stands for a change of the room's words
    /// @param box stands before the title of a hand-in box
    record Words(String language, String exported, Absent absent, Remarks remarks, String files, String poll,
            String closed, String newWords, String box) {
        public static final Words ENGLISH = new Words("en", "Written by Landline on",
                new Absent("deleted message", "message that is not here"),
                new Remarks("edited", "others may see something else here"), "Files", "Poll", "closed",
                "gave the room new words",
                "Hand-in box");
    }

    /// What stands beside a message.
    ///
    /// @param edited its author changed it
    /// @param forked its author signed something else in this place too, or before it in the same log
    record Remarks(String edited, String forked) {}

    /// What stands in the place of a message.
    ///
    /// @param deleted its author took it away
    /// @param missing it is answered, and is not here
    record Absent(String deleted, String missing) {
        /// What stands for the text of a quoted message; null where the text itself is here.
        public @Nullable String inPlaceOf(Quote quote) {
            if (quote.deleted()) return deleted;
            return quote.position() == null ? missing : null;
        }
    }

    /// A piece of a document.
    ///
    /// @param text the next piece
    /// @param next where the one after it begins; null at the end
    record Part(String text, @Nullable TimelinePosition next) {}

    /// The next part of a conversation as a document. Parts of any conversation are short; nothing is kept between two
    /// of them. Deleted texts are not in it.
    ///
    /// @param after where the last part ended; null for the first
    Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after)
            throws CommandException;

    /// The newest items that the filter wants; where it names dates, the newest by their authors' clocks.
    ///
    /// @param limit 1 to [Chats#PAGE_MAX]
    Page search(String conversation, Filter filter, int limit) throws CommandException;

    /// The people who wrote in a conversation, this user too, by name; at most [#AUTHORS_MAX].
    List<Author> authors(String conversation) throws CommandException;

    /// The people who wrote in any conversation, as above.
    List<Author> authors() throws CommandException;

    /// The newest offers of files before a position (null: of all).
    ///
    /// @param limit 1 to [Chats#PAGE_MAX]
    Page files(String conversation, @Nullable TimelinePosition before, int limit) throws CommandException;

    /// Marks a conversation as unread, or takes that back. It is kept on this computer alone, and nobody is told.
    void markUnread(String conversation, boolean unread) throws CommandException;
}
