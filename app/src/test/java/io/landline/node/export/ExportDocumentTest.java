package io.landline.node.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.TimelinePosition;
import io.landline.node.export.ExportDocument.Head;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Deleted;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Reaction;
import io.landline.node.port.TimelineItem.Text;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.EntryId;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A conversation as a document, with people who want more than to be read.
class ExportDocumentTest {
    private static final Fingerprint MAX = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final Instant AT = Instant.parse("2026-11-20T09:05:00Z");
    private static final String SCRIPT = "</title></style><script src=\"http://evil.example/x.js\">alert('1')</script>"
            + "<img src=x onerror=alert(1)><a href='javascript:alert(1)'>&amp;";
    private static final String STEERING = "\u001b[2J\u009b31m\u0007\u0000";
    private static final String TURNED = "\u202egnp.exe\u2066";
    private static final String LINES = "hello\n2026-11-20 09:06  Ada\n    I agree\rto all\u2028of it";

    private static TimelineItem.Head head(String name, boolean own, Reaction... reactions) {
        return new TimelineItem.Head(new TimelinePosition(1, MAX, 1, 1), new EntryId(0, 1), MAX, own ? "" : name, own,
                AT,
                Delivery.NOWHERE, List.of(reactions), false);
    }

    private static String document(Format format, String title, TimelineItem... items) {
        return document(format, "#class", title, items);
    }

    private static String document(Format format, String conversation, String title, TimelineItem... items) {
        return document(format, new Head(conversation, title, "Ada", AT, ZoneOffset.UTC, Words.ENGLISH), items);
    }

    private static String document(Format format, Head head, TimelineItem... items) {
        var document = ExportDocument.of(format, head);
        var out = new StringBuilder();
        document.begin(out);
        for (int i = 0; i < items.length; i++) document.add(out, items[i], i == 0);
        document.end(out);
        return out.toString();
    }

    private static TimelineItem[] hostile(String words) {
        var quote = new Quote(new TimelinePosition(1, MAX, 1, 1), words, false, words);
        return new TimelineItem[]{
                new Text(head(words, false, new Reaction(words, List.of(words), true)), words, 2, quote, List.of()),
                new Offer(head(words, false), "0f", List.of(words, "a.txt"), 2, 10),
                new PollItem(head(words, false), words, List.of(new Option(words, 3), new Option("no", 0)), false,
                        false,
                        true, Set.of(), 3),
                new Deleted(head(words, false))};
    }

    /// One member may react under thousands of identities, and a part of a document is a line of the local socket. Each
    /// sign of such a name takes six letters.
    @ParameterizedTest
    @EnumSource(Format.class)
    void ofVeryManyReactionsTheFirstAreNamedAndTheOthersCounted(Format format) {
        List<String> names = Collections.nCopies(5_000, "\u202e".repeat(PeerName.MAX_CODE_POINTS));
        Reaction[] reactions = IntStream.range(0, 8)
                .mapToObj(i -> new Reaction("emoji " + i, names, i == 0))
                .toArray(Reaction[]::new);
        String document = document(format, "class",
                new Text(head("Max", false, reactions), "hello", 0, null, List.of()));
        assertTrue(document.length() < 1_000_000, () -> document.length() + " characters");
        assertTrue(document.contains(format == Format.JSON ? "\"more\":4000" : "+4000"));
        assertTrue(document.contains(format == Format.JSON ? "\"more\":5000" : "+5000"));
        Reaction[] different = IntStream.range(0, 20_000)
                .mapToObj(i -> new Reaction("emoji " + i, List.of("Eve"), false))
                .toArray(Reaction[]::new);
        String other = document(format, "class", new Text(head("Max", false, different), "hello", 0, null, List.of()));
        assertTrue(other.length() < 100_000, () -> other.length() + " characters");
        assertTrue(other.contains(format == Format.JSON ? "\"more\":19900" : "+19900"));
    }

    @Test
    void aPersonReadsWhoSaidWhatAndWhen() {
        assertEquals("""
                #class
                Written by Landline on 2026-11-20 09:05

                2026-11-20 09:05  Max
                    > Ada: what?
                    hello
                    you
                    (edited)
                    👍 Ada, Zoe

                2026-11-20 09:05  Ada
                    (deleted message)

                2026-11-20 09:05  Max
                    Files: 3, 1000 B
                    - a.txt

                2026-11-20 09:05  Max
                    Poll (closed):
                    tea?
                    - yes: 2
                    - no: 0
                """, document(Format.TEXT, "#class",
                new Text(head("Max", false, new Reaction("👍", List.of("Zoe"), true)), "hello\nyou", 1,
                        new Quote(new TimelinePosition(1, MAX, 1, 1), "", true, "what?"), List.of()),
                new Deleted(head("", true)), new Offer(head("Max", false), "0f", List.of("a.txt"), 3, 1_000),
                new PollItem(head("Max", false), "tea?", List.of(new Option("yes", 2), new Option("no", 0)), false,
                        false,
                        true, Set.of(), 2)));
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TEXT", "HTML"})
    void aPersonWhoIsCalledAsARoomIsMarkedAboveTheConversationToo(Format format) {
        String document = document(format, MAX.hex(), "#class");
        assertTrue(document.contains("“#class”"), document);
        assertFalse(document(format, "#class", "#class").contains("“"));
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TEXT", "HTML"})
    void frenchHasItsNarrowSpaceBeforeEachColonAndCountsInOctets(Format format) {
        var french = new Words("fr", "Enregistré par Landline le", Words.ENGLISH.absent(), Words.ENGLISH.remarks(),
                "Fichiers", "Sondage", "clos", "a donné de nouveaux mots au salon", "Boîte de remise");
        var quote = new Quote(new TimelinePosition(1, MAX, 1, 1), "Zoe", false, "quoi");
        String document = document(format, new Head("#class", "#class", "Ada", AT, ZoneOffset.UTC, french),
                answer(quote), new Offer(head("Max", false), "0f", List.of("a.txt"), 3, 1_000),
                new PollItem(head("Max", false), "thé", List.of(new Option("oui", 2)), false, false, true, Set.of(),
                        2));
        assertTrue(document.contains("Fichiers\u202f: 3, 1000\u202fo"), document);
        String read = document.replaceAll("(?s)^.*?</h1>|<[^>]*>", "");
        assertFalse(Pattern.compile("(?<![\\u202f\\d]):").matcher(read).find(), read);
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TEXT", "HTML"})
    void anAnswerToWhatIsNotHereSaysSoAndNotThatItWasDeleted(Format format) {
        String document = document(format, "#class", answer(Quote.MISSING));
        assertTrue(document.contains("message that is not here"), document);
        assertFalse(document.contains("deleted message"), document);
        document = document(format, "#class", answer(Quote.DELETED));
        assertTrue(document.contains("deleted message"), document);
    }

    /// In each format: who reads it later has nothing else that tells.
    @ParameterizedTest
    @EnumSource(Format.class)
    void whatOthersMaySeeOtherwiseIsMarked(Format format) {
        TimelineItem.Head head = head("Max", false);
        var forked = new TimelineItem.Head(head.position(), head.id(), head.author(), head.name(), head.own(),
                head.written(), head.delivery(), head.reactions(), new TimelineItem.Marks(false, true));
        String mark = format == Format.JSON ? "\"forked\":true" : "others may see something else here";
        for (TimelineItem each : List.of(new Text(forked, "yes", 0, null, List.of()), new Deleted(forked),
                new Offer(forked, "0f", List.of("a.txt"), 1, 1))) {
            assertTrue(document(format, "#class", each).contains(mark), each::toString);
        }
        assertFalse(document(format, "#class", answer(Quote.DELETED)).contains(mark));
    }

    private static Text answer(Quote quote) {
        return new Text(head("Max", false), "yes", 0, quote, List.of());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aHiddenResultIsNotToldAsNoVotes(Format format) {
        String document = document(format, "#class", new PollItem(head("Max", false), "tea?",
                List.of(new Option("yes", 0), new Option("no", 0)), false, true, false, Set.of(), 2));
        assertTrue(document.contains("yes"), document);
        assertFalse(document.contains("yes: 0") || document.contains("\"people\""), document);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nothingThatSomebodyWroteSteersATerminal(Format format) {
        String document = document(format, STEERING, hostile(STEERING));
        assertTrue(document.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), document);
    }

    @Test
    void nothingThatSomebodyWroteIsMarkupOfAPage() {
        String plain = document(Format.HTML, "#x", hostile("x"));
        String document = document(Format.HTML, SCRIPT, hostile(SCRIPT));
        assertEquals(tags(plain), tags(document));
        for (String tag : tags(document)) assertFalse(tag.matches(".*(script|src=|href=|url\\().*"), tag);
        assertTrue(document.contains("default-src 'none'"), document);
    }

    private static List<String> tags(String html) {
        return Pattern.compile("<[^>]*>").matcher(html).results().map(MatchResult::group).toList();
    }

    @Test
    void eachSignThatTurnsTextAroundIsSpelledOutInAName() {
        for (int sign : new int[]{0x200e, 0x200f, 0x061c, 0x202a, 0x202e, 0x2066, 0x2069}) {
            assertEquals("a" + String.format("\\u%04x", sign) + "b",
                    ExportText.name("a" + Character.toString(sign) + "b"));
        }
        for (int other : new int[]{0x2065, 0x206a}) {
            String text = "a" + Character.toString(other) + "b";
            assertEquals(text, ExportText.name(text), Integer.toHexString(other));
        }
    }

    @Test
    void aMessageLooksLikeNoLineOfAnotherAuthor() {
        String document = document(Format.TEXT, "#class", hostile(LINES));
        assertEquals(4, document.lines().filter(line -> line.startsWith("2026-")).count(), document);
        assertFalse(document.contains("\r") || document.contains("\u2028"), document);
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TEXT", "HTML"})
    void aNameTurnsNothingAround(Format format) {
        String document = document(format, TURNED,
                new Offer(head(TURNED, false), "0f", List.of(TURNED), 1, 1), new Deleted(head(TURNED, false)));
        assertTrue(document.chars().noneMatch(c -> c == '\u202e' || c == '\u2066'), document);
        assertTrue(document.contains("\\u202egnp.exe"), document);
    }

    @Test
    void jsonKeepsEveryTextAsItIs() {
        for (String words : List.of(SCRIPT, STEERING, TURNED, LINES, "\"}]", "", "\ud83d\ude00")) {
            JsonObject document = JsonParser
                    .parseReader(new StringReader(document(Format.JSON, words, hostile(words))))
                    .getAsJsonObject();
            assertEquals("#class", document.get("conversation").getAsString());
            JsonArray messages = document.getAsJsonArray("messages");
            assertEquals(4, messages.size());
            JsonObject text = messages.get(0).getAsJsonObject();
            assertEquals(words, text.get("text").getAsString());
            assertEquals(words, text.get("name").getAsString());
            assertTrue(text.get("edited").getAsBoolean());
            assertEquals(words, text.getAsJsonObject("reply").get("text").getAsString());
            assertEquals("deleted", messages.get(3).getAsJsonObject().get("kind").getAsString());
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aConversationWithoutMessagesIsADocumentToo(Format format) {
        String document = document(format, "#class");
        assertTrue(document.contains("#class"), document);
        assertEquals(document, new String(document.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        if (format == Format.JSON) {
            assertEquals(0, JsonParser.parseString(document).getAsJsonObject().getAsJsonArray("messages").size());
        }
    }
}
