package io.landline.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmojiNamesTest {
    private static final String PARTY = "\ud83c\udf89";

    /// Each line of the file has an emoji that is offered: reading fails otherwise.
    @ParameterizedTest
    @EnumSource(Language.class)
    void theShortNamesAreKnownInEachLanguage(Language language) {
        EmojiNames names = EmojiNames.in(language);
        for (String name : new String[]{"tada", "smile", "heart", "+1", "-1", "100"}) {
            assertNotNull(names.called(name), name);
        }
        assertEquals(PARTY, names.called("tada").emoji().characters());
        assertEquals("\u2764\ufe0f", names.called("heart").emoji().characters());
    }

    @Test
    void aWholeNameIsKnownWithoutItsBlanks() {
        assertEquals(PARTY, EmojiNames.in(Language.ENGLISH).called("Party_Popper").emoji().characters());
        assertNull(EmojiNames.in(Language.ENGLISH).called("party"));
        assertNull(EmojiNames.in(Language.ENGLISH).called("+"));
        assertNull(EmojiNames.in(Language.ENGLISH).called("1"));
    }

    private static List<String[]> shortNames() throws IOException {
        try (InputStream file = Objects.requireNonNull(EmojiNames.class.getResourceAsStream("short_names.tsv"))) {
            String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().map(line -> line.split("\t", -1)).toList();
        }
    }

    @Test
    void everyShortNameIsOneNameOfOneEmoji() throws IOException {
        var seen = new HashSet<String>();
        for (String[] columns : shortNames()) {
            assertEquals(2, columns.length, String.join(" ", columns));
            assertTrue(columns[0].matches("[+-]1|[a-z0-9]+(_[a-z0-9]+)*"), columns[0]);
            assertTrue(seen.add(columns[0]), columns[0] + " stands there twice");
            assertTrue(columns[1].matches("\\X"), columns[1] + " is one character to a reader");
        }
        assertFalse(seen.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyShortNameCallsItsEmojiInEachLanguage(Language language) throws IOException {
        EmojiNames names = EmojiNames.in(language);
        for (String[] columns : shortNames()) {
            assertEquals(columns[1], names.called(columns[0]).emoji().characters(), columns[0]);
        }
    }

    /// Letters with marks count, where names differ by them. A short name goes before the name of another one: `:cat:`
    /// is the face everywhere.
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyEmojiThatIsOfferedHasANameThatCallsItAlone(Language language) throws IOException {
        EmojiNames names = EmojiNames.in(language);
        Set<String> taken = shortNames().stream().map(columns -> columns[0]).collect(Collectors.toSet());
        for (EmojiNames.Named each : names.all()) {
            assertFalse(each.name().isBlank(), each.emoji().characters());
            assertTrue(each.emoji().characters().matches("\\X"), each.name());
            if (taken.contains(each.name())) continue;
            assertEquals(each, names.called(each.name()), each.name());
        }
    }
}
