package io.landline.ui.emoji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.language.Language;
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
}
