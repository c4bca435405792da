package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.TimelineItem.Delivery;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.message.SpokenMessage;
import io.landline.ui.text.PeerText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private static final String KEY = "#class";
    private static final Instant FIVE_PAST_TWO = Instant.parse("2026-11-20T14:05:00Z");

    private final Fixture fixture = new Fixture();
    private final SpokenMessage words = new SpokenMessage(fixture.context.texts(ChatsPage.class), Fixture.times());
    private final List<String> said = new ArrayList<>();
    private long last;

    AnnouncementsTest() { fixture.chats.room("class", true, 0); }

    private void writes(String text) {
        fixture.chats.text(KEY, ++last, Fixture.MAX, "Max", FIVE_PAST_TWO, text, Delivery.NOWHERE);
    }

    private TimelineViewModel open() {
        var timeline = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        var announcements = new Announcements(timeline, words, fixture.context.fx());
        announcements.said().subscribe((_, sentence) -> said.add(sentence));
        timeline.setInFront(true);
        timeline.changed();
        return timeline;
    }

    @Test
    void aMessageThatComesIsSaidAsOneSentenceAndHistoryIsNot() {
        writes("long ago");
        TimelineViewModel timeline = open();
        assertEquals(List.of(), said);
        writes("hello");
        timeline.changed();
        assertEquals(List.of(PeerText.person("Max") + ": hello. 14:05"), said);
    }

    @Test
    void severalAtOnceAreCounted() {
        TimelineViewModel timeline = open();
        for (int i = 0; i < 20; i++) writes("again");
        timeline.changed();
        assertEquals(List.of("20 new messages"), said);
    }

    @Test
    void nothingIsSaidOfOwnMessagesAndOfAConversationThatNobodyLooksAt() {
        TimelineViewModel timeline = open();
        fixture.chats.text(KEY, ++last, Fixture.SELF, "", FIVE_PAST_TWO, "mine", Delivery.NOWHERE);
        timeline.changed();
        timeline.setInFront(false);
        writes("hello");
        timeline.changed();
        timeline.setInFront(true);
        assertEquals(List.of(), said);
    }

    @Test
    void anOwnMessageIsReadWithAuthorTextTimeAndState() {
        var mine = fixture.chats.text(KEY, 1, Fixture.SELF, "", FIVE_PAST_TWO, "mine", Delivery.NOWHERE);
        assertEquals("You: mine. 14:05, delivered", words.of(mine, "delivered"));
    }
}
