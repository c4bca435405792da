package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.TimelinePosition;
import io.landline.chat.words.WordsBook;
import io.landline.console.EventLines;
import io.landline.control.ControlServer;
import io.landline.filetransfer.OfferBody;
import io.landline.fixture.PlainRecords;
import io.landline.identity.Identity;
import io.landline.json.MalformedJsonException;
import io.landline.node.conversation.History.From;
import io.landline.node.conversation.History.Numbered;
import io.landline.node.conversation.History.Page;
import io.landline.node.conversation.History.Question;
import io.landline.node.port.CommandException;
import io.landline.node.port.NodeEvent.Message;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A history of any length, page by page.
class HistoryTest {
    private static final ConversationId LONG = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int MANY = 2_500;

    @TempDir
    static Path folder;
    private static Database database;
    private static History history;
    /// Each test has a room of its own, beside the long one that all read.
    private final ConversationId room = ConversationId.direct(Identity.generate().fingerprint(),
            Identity.generate().fingerprint());

    @BeforeAll
    static void open() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        Fingerprint self = Identity.generate().fingerprint();
        var timelines = new Timelines(database, self);
        var book = new WordsBook(self, new SqliteWords(database, new SqliteTrust(database, null)));
        history = new History(new JoinedTimeline(timelines, book), new TimelineSearch(database),
                () -> HistoryTest::message);
        Author author = Author.of(LONG, 1);
        var run = new ArrayList<Entry>();
        for (int i = 1; i <= MANY; i++) run.add(author.text(i % 2 == 0 ? "a blue boat" : "a red boat"));
        store(run);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static @Nullable HistoryItem message(Entry entry) {
        try {
            byte[] body = entry.body();
            String text = body == null ? "" : EntryText.ofBody(body).value();
            return new HistoryItem(new HistoryItem.Said(
                    new Message(entry.written(), "#class", entry.author(), entry.author().brief(),
                            MessageReader.place(entry), PlainRecords.words(text), entry.written())),
                    List.of());
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static void store(List<Entry> run) {
        SqliteChat.stores(database).entries().add(run, 1, Durability.BATCHED);
    }

    private static List<Page> ofLong(From from, int limit, @Nullable String search, @Nullable Numbered before,
            @Nullable Instant writtenBefore)
            throws CommandException {
        return pages(LONG, new Question("#class", search, from, limit, null, before, writtenBefore));
    }

    private List<Page> pages(From from, int limit, @Nullable Numbered before) throws CommandException {
        return pages(room, new Question("#class", null, from, limit, null, before, null));
    }

    private static List<Page> pages(ConversationId conversation, Question first) throws CommandException {
        var pages = new ArrayList<Page>();
        TimelinePosition next = null;
        do {
            pages.add(history.page(conversation, new Question(first.to(), first.search(), first.from(), first.limit(),
                    next, first.before(), first.writtenBefore()), null));
            next = pages.getLast().next();
        } while (next != null);
        return pages;
    }

    private static List<Long> numbers(From from, List<Page> pages) {
        List<Page> oldestFirst = from == From.NEWEST ? pages.reversed() : pages;
        return oldestFirst.stream()
                .flatMap(page -> page.messages().stream())
                .map(each -> each.place().number())
                .toList();
    }

    private static List<Long> upTo(long last) {
        var numbers = new ArrayList<Long>();
        for (long i = 1; i <= last; i++) numbers.add(i);
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEachMessageOnceHoweverMany(From from) throws CommandException {
        for (int limit : List.of(1_000, 999, 70)) {
            List<Page> pages = ofLong(from, limit, null, null, null);
            assertEquals(upTo(MANY), numbers(from, pages));
            assertTrue(pages.stream().allMatch(page -> page.messages().size() <= limit));
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeAMessageMeansBeforeItInTheTimeline(From from) throws CommandException {
        assertEquals(upTo(1_200), numbers(from, ofLong(from, 500, null, new Numbered(null, 1_201), null)));
        assertEquals(List.of(), numbers(from, ofLong(from, 500, null, new Numbered(null, 1), null)));
    }

    @Test
    void theNewestBeforeAMessageAreThoseNextToIt() throws CommandException {
        Page page = history.page(LONG,
                new Question("#class", null, From.NEWEST, 3, null, new Numbered(null, 1_201), null), null);
        assertEquals(List.of(1_198L, 1_199L, 1_200L), numbers(From.NEWEST, List.of(page)));
    }

    @Test
    void aNumberThatSeveralAuthorsHaveIsAskedBack() throws CommandException {
        Author one = Author.of(room, 1);
        Author other = Author.of(room, 2);
        store(one.texts(5));
        store(other.texts(9));
        var refused = assertThrows(CommandException.class, () -> pages(From.NEWEST, 10, new Numbered(null, 5)));
        assertEquals(CommandException.Code.AMBIGUOUS, refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("0000000000000002:5"), refused.getMessage());
        assertEquals(13, numbers(From.OLDEST, pages(From.OLDEST, 10, new Numbered(null, 9))).size(),
                "only one has nine");
        List<Page> before = pages(From.OLDEST, 10, new Numbered(other.key().logHex(), 5));
        assertTrue(numbers(From.OLDEST, before).size() >= 8 && numbers(From.OLDEST, before).size() <= 9);
    }

    @Test
    void aNumberThatNobodyHasIsToldSo() {
        store(Author.of(room, 1).texts(5));
        var refused = assertThrows(CommandException.class, () -> pages(From.NEWEST, 10, new Numbered(null, 6)));
        assertTrue(String.valueOf(refused.getMessage()).contains("no message 6"), refused.getMessage());
    }

    /// The author's clock of number n stands at 1,700,000,000,000 ms plus n.
    @ParameterizedTest
    @EnumSource
    void beforeATimeMeansWrittenBeforeIt(From from) throws CommandException {
        Instant then = Instant.ofEpochMilli(1_700_000_001_201L);
        assertEquals(upTo(1_200), numbers(from, ofLong(from, 500, null, null, then)));
    }

    @ParameterizedTest
    @EnumSource
    void aSearchPassesPageByPageToo(From from) throws CommandException {
        List<Long> even = upTo(MANY).stream().filter(number -> number % 2 == 0).toList();
        assertEquals(even, numbers(from, ofLong(from, 400, "blue boat", null, null)));
        assertEquals(even.subList(0, 500), numbers(from, ofLong(from, 400, "blue", new Numbered(null, 1_001), null)));
        assertEquals(List.of(), numbers(from, ofLong(from, 400, "green", null, null)));
        assertEquals(List.of(), numbers(from, ofLong(from, 400, "!!", null, null)), "nothing that can be looked for");
    }

    @ParameterizedTest
    @EnumSource
    void offersTakeNoPlaceOfMessages(From from) throws CommandException {
        Author author = Author.of(room, 1);
        byte[] offer = new OfferBody(1, 5, List.of("a.txt"), OfferBody.CHUNK_BYTES_MIN, 0, null).toJson();
        var run = new ArrayList<Entry>();
        for (int i = 1; i <= 40; i++) {
            run.add(i % 2 == 0
                    ? author.write(i, EntryKind.OFFER, offer)
                    : author.write(i, EntryKind.TEXT, new EntryText("t").toBody()));
        }
        store(run);
        Page page = history.page(room, new Question("#class", null, from, 15, null, null, null), null);
        assertEquals(15, page.messages().size());
        assertNotNull(page.next());
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfTheLongestMessagesFitIntoALineOfTheSocket(From from) throws CommandException {
        Author author = Author.of(room, 1);
        var run = new ArrayList<Entry>();
        for (int i = 0; i < 200; i++) run.add(author.text("\u001b".repeat(EntryText.MAX_BYTES)));
        store(run);
        List<Page> pages = pages(from, 1_000, null);
        assertEquals(upTo(200), numbers(from, pages));
        for (Page page : pages) {
            long bytes = page.messages()
                    .stream()
                    .mapToLong(each -> EventLines.message(each, each.received())
                            .toString()
                            .getBytes(StandardCharsets.UTF_8).length)
                    .sum();
            assertTrue(bytes < ControlServer.ANSWER_BYTES_MAX, () -> bytes + " bytes");
        }
    }

    @Test
    void aConversationThatNobodyKnowsIsEmpty() throws CommandException {
        for (From from : From.values()) {
            for (String search : new @Nullable String[]{null, "word"}) {
                List<Page> pages = pages(room, new Question("#class", search, from, 10, null, null, null));
                assertFalse(pages.stream().anyMatch(page -> !page.messages().isEmpty()));
            }
        }
    }
}
