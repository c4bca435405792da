package io.landline.node.conversation;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.TimelinePosition;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Message;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.search.SearchFilter;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.search.TimelineSearch.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The messages of a conversation, page by page, as `landline history` prints them. The window reads with
/// [WindowPages]. A page is one short look at the database, and nothing is kept between two pages: a reader may take a
/// day for a million messages. Any thread.
public final class History {
    /// Messages of a page.
    public static final int MESSAGES_MAX = 1_000;
    /// Of a page, as JSON at its widest: with its frame it stays below the 4 MiB of a line of the local socket.
    public static final int PAGE_BYTES_MAX = 3 * 1024 * 1024;
    /// Looked at for one page, so that a page that finds little answers soon all the same.
    static final int LOOKED_AT_MAX = 20_000;
    /// Read from the database at a time. A choice: as many as a page has.
    private static final int READ_MAX = 1_000;
    /// Passed over by one question to the search: a page asks it twice at most where it finds little.
    private static final int SEARCHED_MAX = LOOKED_AT_MAX / 2;
    /// The widest escape of JSON for one UTF-16 unit: `\\u001b`.
    private static final int BYTES_A_CHARACTER_MAX = 6;
    /// What is not text: names of fields, two times, a fingerprint, a log, and of a poll its counts.
    private static final int FIELDS_BYTES_MAX = 512;
    /// Logs that may have a message of one number, as far as a sentence names them.
    private static final int NAMED_MAX = 4;

    /// From which end.
    public enum From { NEWEST, OLDEST }

    /// A message by its number in its log.
    ///
    /// @param log 16 hex digits; null where the number alone should do
    public record Numbered(@Nullable String log, long number) {}

    /// Which messages.
    ///
    /// @param to the conversation, as a person names it
    /// @param search only those with all of these words; null for all
    /// @param limit at most this many in a page
    /// @param next where the page before this one ended; null for the first
    /// @param before only those before this one in the timeline; null for all
    /// @param writtenBefore only those written before, by their authors' clocks; null for all
    /// @param author only this person's, as people name them; null for everybody's
    /// @param writtenSince only those written then or later; null for all
    public record Question(String to, @Nullable String search, From from, int limit, @Nullable TimelinePosition next,
            @Nullable Numbered before, @Nullable Instant writtenBefore, @Nullable String author,
            @Nullable Instant writtenSince) {
        public Question {
            if (limit < 1 || limit > MESSAGES_MAX) throw new IllegalArgumentException("a page of " + limit);
        }

        /// Of everybody and from the beginning on.
        public Question(String to, @Nullable String search, From from, int limit, @Nullable TimelinePosition next,
                @Nullable Numbered before, @Nullable Instant writtenBefore) {
            this(to, search, from, limit, next, before, writtenBefore, null, null);
        }

        boolean hasDates() {
            return writtenBefore != null || writtenSince != null;
        }

        public static Question newest(String to, int limit) {
            return new Question(to, null, From.NEWEST, limit, null, null, null);
        }
    }

    /// @param words only those with all of them
    /// @param author only this person's, as people name them; null for everybody's
    /// @param since only those written then or later, by their authors' clocks; null for all
    /// @param until only those written before; null for all
    public record Wanted(String words, @Nullable String author, @Nullable Instant since, @Nullable Instant until) {}

    /// @param found what came here last stands last
    /// @param hasMore whether there may be more
    public record FoundEverywhere(List<HistoryItem> found, boolean hasMore) {}

    /// @param past oldest of these first, one's own too
    /// @param next where the next page begins; null at the end
    public record Page(List<HistoryItem> past, @Nullable TimelinePosition next) {
        public Page {
            past = List.copyOf(past);
        }

        /// The messages alone.
        public List<Message> messages() {
            return past.stream()
                    .map(HistoryItem::content)
                    .filter(HistoryItem.Said.class::isInstance)
                    .map(each -> ((HistoryItem.Said) each).message())
                    .toList();
        }
    }

    private final JoinedTimeline joined;
    private final TimelineSearch search;
    private final Supplier<Function<Entry, @Nullable HistoryItem>> readers;

    /// @param readers for each page one, which reads an entry as [MessageReader#page] does
    public History(JoinedTimeline joined, TimelineSearch search,
            Supplier<Function<Entry, @Nullable HistoryItem>> readers) {
        this.joined = joined;
        this.search = search;
        this.readers = readers;
    }

    /// @param author as the question names them; null for everybody
    public Page page(ConversationId conversation, Question question, @Nullable Fingerprint author)
            throws CommandException {
        return DatabaseAccess.of(() -> {
            Numbered before = question.before();
            TimelinePosition edge = before == null ? null : position(conversation, before);
            return switch (question.from()) {
                case NEWEST -> newest(conversation, new Collected(question, author),
                        question.next() == null ? edge : question.next());
                case OLDEST -> oldest(conversation, new Collected(question, author), edge);
            };
        });
    }

    /// As JSON at its widest.
    public static int bytes(HistoryItem past) {
        return FIELDS_BYTES_MAX + BYTES_A_CHARACTER_MAX * past.characters();
    }

    /// Collects a page, until it is full.
    private final class Collected {
        final Question question;
        final @Nullable Fingerprint author;
        final Function<Entry, @Nullable HistoryItem> reader = readers.get();
        final List<HistoryItem> past = new ArrayList<>();
        int bytes;
        int lookedAt;

        Collected(Question question, @Nullable Fingerprint author) {
            this.question = question;
            this.author = author;
        }

        boolean isFull() {
            return past.size() == question.limit() || lookedAt >= LOOKED_AT_MAX;
        }

        /// False where there is no room for it.
        boolean take(Entry entry) {
            HistoryItem wanted = wanted(entry);
            if (wanted == null) return true;
            int more = bytes(wanted);
            if (!past.isEmpty() && bytes + more > PAGE_BYTES_MAX) return false;
            bytes += more;
            past.add(wanted);
            return true;
        }

        private @Nullable HistoryItem wanted(Entry entry) {
            Instant writtenBefore = question.writtenBefore();
            Instant writtenSince = question.writtenSince();
            if (author != null && !entry.author().equals(author)) return null;
            if (writtenSince != null && entry.written().isBefore(writtenSince)) return null;
            boolean isFound = question.search() != null && entry.kind().equals(EntryKind.OFFER);
            if (!isFound && !isWanted(entry.kind())) return null;
            if (writtenBefore != null && !entry.written().isBefore(writtenBefore)) return null;
            return reader.apply(entry);
        }
    }

    private Page newest(ConversationId conversation, Collected page, @Nullable TimelinePosition edge) {
        Question question = page.question;
        TimelinePosition at = edge;
        while (true) {
            // No more is read than asked for, unless a date may drop some of it.
            int count = question.hasDates() ? READ_MAX : question.limit() - page.past.size();
            List<Entry> entries = question.search() == null && page.author == null
                    ? joined.newest(conversation, at, count)
                    : joined.searched(conversation, at, count,
                            (room, shown, before, limit) -> search.newest(room, filter(page), shown, before, limit));
            for (Entry entry : entries.reversed()) {
                if (page.isFull() || !page.take(entry)) return newest(page, at);
                at = entry.position();
                page.lookedAt++;
            }
            if (entries.size() < count) return newest(page, null);
            if (page.isFull()) return newest(page, at);
        }
    }

    /// Dates are looked at as a page is collected: the order stays that of the timeline.
    private static SearchFilter filter(Collected page) {
        String words = page.question.search();
        return new SearchFilter(words == null ? "" : words, page.author, null, null);
    }

    private static Page newest(Collected page, @Nullable TimelinePosition next) {
        Collections.reverse(page.past);
        return new Page(page.past, next);
    }

    private Page oldest(ConversationId conversation, Collected page, @Nullable TimelinePosition end) {
        Question question = page.question;
        TimelinePosition at = question.next();
        while (true) {
            Part part = part(conversation, question.search(), at);
            for (Entry entry : part.found()) {
                if (end != null && entry.position().compareTo(end) >= 0) return new Page(page.past, null);
                if (page.isFull() || !page.take(entry)) return new Page(page.past, at);
                at = entry.position();
            }
            page.lookedAt += question.search() == null ? READ_MAX : SEARCHED_MAX;
            if (part.last() == null || end != null && part.last().compareTo(end) >= 0) {
                return new Page(page.past, null);
            }
            at = part.last();
            if (page.isFull()) return new Page(page.past, at);
        }
    }

    private Part part(ConversationId conversation, @Nullable String words, @Nullable TimelinePosition after) {
        if (words != null) {
            return joined.after(conversation, room -> search.after(room, words, after, SEARCHED_MAX, READ_MAX));
        }
        List<Entry> entries = joined.after(conversation, after, READ_MAX);
        return new Part(entries, entries.isEmpty() ? null : entries.getLast().position());
    }

    /// Each author numbers messages from 1 in each of their logs, so a number alone may mean several.
    private TimelinePosition position(ConversationId conversation, Numbered wanted) throws CommandException {
        List<Entry> all = joined.numbered(conversation, wanted.number(), MESSAGES_MAX);
        List<Entry> fitting = all.stream()
                .filter(entry -> wanted.log() == null || wanted.log().equals(entry.log().logHex()))
                .toList();
        if (fitting.isEmpty()) {
            throw new CommandException(Code.MALFORMED,
                    "This conversation has no message " + (wanted.log() == null ? "" : wanted.log() + ":")
                            + wanted.number() + ". --json shows the numbers, as seq.");
        }
        if (fitting.size() > 1 && wanted.log() == null) {
            String choice = fitting.stream()
                    .limit(NAMED_MAX)
                    .map(entry -> entry.log().logHex() + ":" + wanted.number() + " (" + authorOf(entry) + ")")
                    .collect(Collectors.joining(", "));
            throw new CommandException(Code.AMBIGUOUS,
                    fitting.size() + " messages of this conversation have the number " + wanted.number()
                            + ", because each author counts alone. Say which: " + choice
                            + (fitting.size() > NAMED_MAX ? ", …." : "."));
        }
        return fitting.stream().map(Entry::position).max(TimelinePosition::compareTo).orElseThrow();
    }

    private String authorOf(Entry entry) {
        HistoryItem past = isWanted(entry.kind()) ? readers.get().apply(entry) : null;
        return past == null ? entry.author().brief() : past.name();
    }

    private static boolean isWanted(EntryKind kind) {
        return kind.equals(EntryKind.TEXT) || kind.equals(EntryKind.POLL) || kind.equals(EntryKind.COLLECT)
                || kind.equals(EntryKind.CONTINUES);
    }
}
