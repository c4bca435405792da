package io.landline.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.chat.ChatLine.Command;
import io.landline.cli.chat.ChatLine.Do;
import io.landline.cli.chat.ChatLine.Empty;
import io.landline.cli.chat.ChatLine.Message;
import io.landline.cli.chat.ChatLine.Unknown;
import io.landline.cli.terminal.NameColours;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser.ParseContext;
import org.jline.utils.Colors;
import org.junit.jupiter.api.Test;

/// What is typed into a chat on a terminal, what Tab takes of it, and in which colours names stand there.
class ChatLineTest {
    private static final double CONTRAST_MIN = 3.5;

    @Test
    void aLineIsAMessageUnlessItBeginsWithASlash() {
        assertEquals(new Empty(), ChatLine.of(" \t\n"));
        assertEquals(new Message("  hello\nthere"), ChatLine.of("  hello\nthere \n"));
        assertEquals(new Message("/etc"), ChatLine.of("//etc "));
        assertEquals(new Do(Command.TO, "Ada Lovelace"), ChatLine.of("/to  Ada Lovelace "));
        assertEquals(new Do(Command.QUIT, ""), ChatLine.of("/quit"));
        assertEquals(new Unknown("/Quit"), ChatLine.of("/Quit now"));
        assertEquals(new Unknown("/"), ChatLine.of("/"));
    }

    private static CompletingParsedLine parsed(String line, int cursor) {
        return (CompletingParsedLine) new ChatCompleter(new ChatNames()).parse(line, cursor, ParseContext.COMPLETE);
    }

    @Test
    void theWordBeforeTheCursorIsCompleted() {
        assertEquals("Bo", parsed("hi Bo", 5).word());
        assertEquals("Bo", parsed("hi Bob", 5).word());
        assertEquals("Ada Lo", parsed("/to Ada Lo", 10).word());
        assertEquals("", parsed("hi ", 3).word());
    }

    /// The line editor counts code points.
    @Test
    void aWordAfterAnEmojiIsCutWhereItBegins() {
        CompletingParsedLine line = parsed("\ud83d\ude00 \ud83d\ude00B", 4);
        assertEquals("\ud83d\ude00B", line.word());
        assertEquals(2, line.rawWordCursor());
        assertEquals(3, line.wordCursor());
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Test
    void aRoomIsCompletedByItsNameWhetherItIsOpenOrItsNameEndsAsIfItWere() {
        var names = new ChatNames();
        names.learn(new JsonArray(), json("{\"rooms\":[{\"room\":\"#hall (open)\",\"open\":true},"
                + "{\"room\":\"#club (open)\",\"open\":false}]}").getAsJsonArray("rooms"));
        for (String room : List.of("#hall (open)", "#club (open)", "#new (open)")) {
            names.learn(json("{\"event\":\"joined\",\"room\":\"" + room + "\"}"));
        }
        assertEquals(List.of("#hall", "#club (open)", "#new"),
                names.conversations().stream().map(ChatNames.Known::typed).toList());
    }

    private static JsonObject person(String name, String digits) {
        JsonObject json = JsonParser.parseString("{\"event\":\"peer-appeared\"}").getAsJsonObject();
        json.addProperty("name", name);
        json.addProperty("peer", digits.repeat(32));
        return json;
    }

    @Test
    void whoCannotBeNamedIsNamedByTheFingerprint() {
        var names = new ChatNames();
        names.learn(person("Bob", "ab"));
        names.learn(person("bob", "cd"));
        names.learn(person("Eve\u202ecba", "ef"));
        names.learn(person("Zoe", "01"));
        assertEquals(List.of("abababab", "cdcdcdcd", "efefefef", "Zoe"),
                names.conversations().stream().map(ChatNames.Known::typed).toList());
        assertTrue(names.conversations().stream().noneMatch(each -> each.shown().contains("\u202e")));
        assertEquals(List.of("Bob", "bob", "Zoe"), names.people().stream().map(ChatNames.Known::typed).toList());
    }

    @Test
    void aCrowdIsNotKept() {
        var names = new ChatNames();
        for (int i = 0; i < ChatNames.PEOPLE_MAX + 5; i++) names.learn(person("P" + i, "ab" + i));
        assertEquals(ChatNames.PEOPLE_MAX, names.people().size());
    }

    private static double channel(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// The relative luminance of WCAG 2.
    private static double luminance(int colour) {
        int rgb = Colors.rgbColor(colour);
        return 0.2126 * channel(rgb >> 16 & 0xff) + 0.7152 * channel(rgb >> 8 & 0xff) + 0.0722 * channel(rgb & 0xff);
    }

    @Test
    void everyColourOfANameCanBeReadOnBlackAndOnWhite() {
        Set<Integer> colours = new HashSet<>();
        IntStream.range(0, 100).forEach(i -> colours.add(NameColours.of(String.format("%08x", i), 256)));
        assertEquals(12, colours.size());
        for (int colour : colours) {
            double light = luminance(colour);
            assertTrue((light + 0.05) / 0.05 >= CONTRAST_MIN, colour + " on black");
            assertTrue(1.05 / (light + 0.05) >= CONTRAST_MIN, colour + " on white");
        }
    }

    @Test
    void aTerminalOfEightColoursGetsOneOfThese() {
        IntStream.range(0, 100)
                .map(i -> NameColours.of(String.format("%08x", i), 8))
                .forEach(
                        colour -> assertTrue(Set.of(1, 2, 5, 6).contains(colour)));
    }
}
