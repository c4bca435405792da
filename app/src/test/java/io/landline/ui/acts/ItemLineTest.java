package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ItemLineTest {
    @Test
    void aMessageStandsWithoutItsMarkup() {
        var node = new FakeNode();
        node.chats.room("class", true, 0);
        ItemLine line = ItemLine.of(new FakeWindow().context(node));
        assertEquals("Bring your atlas",
                line.words(node.chats.text("#class", 1, FakeChats.peer(1), "Bring your **atlas**"))
                        .replaceAll("[\u200E\u2068\u2069]", ""));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesOfFilesHaveABoxOnlyForWhatSteersThem(Language language) {
        ItemLine line = ItemLine.of(new FakeWindow().context(new FakeNode(), language));
        var head = new TimelineItem.Head(FakeChats.position(1), new EntryId(0, 1), FakeChats.peer(1), "Max", false,
                FakeChats.START, TimelineItem.Delivery.NOWHERE);
        String words = line.words(new TimelineItem.Offer(head, "aa", List.of("plan.pdf", "more\u202E.pdf"), 2, 5));
        assertTrue(words.contains("more\u25A1.pdf"), words);
        assertEquals(1, words.chars().filter(each -> each == '\u25A1').count(), words);
    }
}
