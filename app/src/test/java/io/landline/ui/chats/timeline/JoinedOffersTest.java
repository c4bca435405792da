package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which offers are drawn as one card.
class JoinedOffersTest {
    private static final String KEY = "#class";

    private final Fixture fixture = new Fixture();
    private final List<TimelineItem> items = new ArrayList<>();

    JoinedOffersTest() { fixture.chats.room("class", true, 0); }

    private TimelineItem said(Fingerprint author, Duration since) {
        return fixture.chats.text(KEY, items.size() + 1L, author, "Max", FakeChats.START.plus(since), "words",
                Delivery.NOWHERE);
    }

    private TimelineItem offered(Fingerprint author, Duration since) {
        String id = "0" + items.size();
        return new TimelineItem.Offer(said(author, since).head(), id, List.of(id + ".pdf"), 1, 1_000);
    }

    private void offer(Fingerprint author, int minutes) {
        items.add(offered(author, Duration.ofMinutes(minutes)));
    }

    /// Of each entry: `<` where it is one card with that before it, `>` with that after it.
    private String cards(TimelinePosition unread) {
        var signs = new StringBuilder();
        for (TimelineRow row : new TimelineRows(Fixture.times(), true, true, unread, Set.of()).of(items)) {
            if (!(row instanceof TimelineRow.Message message)) continue;
            signs.append(message.joined().above() ? '<' : '.').append(message.joined().below() ? "> " : ". ");
        }
        return signs.toString().strip();
    }

    @Test
    void offersOfOneAuthorThatFollowOneAnotherAreOneCard() {
        offer(Fixture.SELF, 0);
        offer(Fixture.SELF, 1);
        offer(Fixture.SELF, 2);
        assertEquals(".> <> <.", cards(null));
    }

    @Test
    void soTheyAreAtTheOtherSideAndHoursLater() {
        offer(Fixture.MAX, 0);
        offer(Fixture.MAX, 300);
        assertEquals(".> <.", cards(null));
        List<TimelineRow.Message> rows = new TimelineRows(Fixture.times(), true, true, null, Set.of()).of(items)
                .stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(TimelineRow.Message.class::cast)
                .toList();
        assertEquals(List.of(true, false), rows.stream().map(TimelineRow.Message::first).toList(), "one name");
        assertEquals(List.of(false, true), rows.stream().map(TimelineRow.Message::last).toList(), "one picture");
    }

    @Test
    void whatStandsBetweenPartsThem() {
        offer(Fixture.SELF, 0);
        items.add(said(Fixture.SELF, Duration.ofMinutes(1)));
        offer(Fixture.SELF, 2);
        assertEquals(".. .. ..", cards(null));
    }

    @Test
    void soDoesAnotherAuthor() {
        offer(Fixture.SELF, 0);
        offer(Fixture.MAX, 1);
        offer(Fixture.SELF, 2);
        assertEquals(".. .. ..", cards(null));
    }

    @Test
    void soDoTheLineAboveWhatIsNewAndThatBetweenDays() {
        offer(Fixture.MAX, 0);
        offer(Fixture.MAX, 1);
        offer(Fixture.MAX, 60 * 24);
        assertEquals(".. .. ..", cards(items.get(1).position()));
        assertEquals(".> <. ..", cards(null));
    }
}
