package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody was away and comes back: what they wrote stands far above the end, where one reads.
class LateEntriesTest {
    private static final String KEY = "#class";
    private static final Fingerprint AWAY = FakeChats.peer(2);
    private static final Duration NOW = Duration.ofHours(1);
    private static final Duration LATER = NOW.plus(ReadMark.DWELL);

    private final Fixture fixture = new Fixture();
    private TimelineViewModel model;

    @BeforeEach
    void readToTheEnd() {
        fixture.chats.room("class", true, 0);
        for (int i = 1; i <= 200; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        model.setInFront(true);
        see(180, 200);
    }

    private static List<TimelinePosition> places(Fingerprint author, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(time -> new TimelinePosition(time, author, time, 1))
                .toList();
    }

    private void see(long from, long to) {
        model.reading().setInSight(places(FakeChats.peer(1), from, to), NOW);
        model.reading().tick(LATER);
    }

    private void comeLate(long from, long to) {
        for (long i = from; i <= to; i++) fixture.chats.text(KEY, i, AWAY, "late " + i);
        fixture.chats.late.put(KEY, places(AWAY, from, to));
        model.changed();
        see(180, 200);
    }

    @Test
    void whatCameLateIsCountedAndStaysUnreadWhileOneReadsOn() {
        comeLate(20, 24);
        assertEquals(5, model.reading().late().get());
        assertEquals(0, model.fresh().get(), "it is not below");
        fixture.chats.text(KEY, 201, Fixture.MAX, "entry 201");
        model.changed();
        see(190, 201);
        assertEquals(201, fixture.chats.read.getLast());
        assertEquals(places(AWAY, 20, 20), fixture.chats.unseen);
        assertEquals(5, model.reading().late().get());
    }

    @Test
    void theWayLeadsToTheFirstOfThemAndWhatWasSeenThereIsRead() {
        comeLate(20, 24);
        model.toLate();
        assertTrue(model.rows().stream().anyMatch(row -> row.id().equals(places(AWAY, 20, 20).getFirst())));
        model.reading().setInSight(places(AWAY, 20, 22), NOW.plusSeconds(1));
        assertEquals(2, model.reading().late().get(), "what is in sight needs no way");
        model.reading().tick(LATER.plusSeconds(1));
        assertEquals(places(AWAY, 23, 23), fixture.chats.unseen);
        model.reading().setInSight(places(AWAY, 23, 24), NOW.plusSeconds(2));
        model.reading().tick(LATER.plusSeconds(2));
        assertEquals(List.of(), fixture.chats.unseen);
        assertEquals(0, model.reading().late().get());
    }

    @Test
    void theWayToTheNewestLeavesThemUnreadAndAPersonMayReadThemAllAtOnce() {
        comeLate(20, 24);
        model.toNewest();
        assertEquals(5, model.reading().late().get());
        model.reading().dropLate();
        assertEquals(0, model.reading().late().get());
        assertEquals(200, fixture.chats.read.getLast());
        assertEquals(List.of(), fixture.chats.unseen);
        model.changed();
        see(180, 200);
        assertEquals(0, model.reading().late().get(), "an answer that was under way brings nothing back");
    }

    @Test
    void whoOpensTheConversationAnewIsLedToThemAsWell() {
        comeLate(20, 24);
        model.close();
        model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        model.setInFront(true);
        see(180, 200);
        assertEquals(5, model.reading().late().get());
        assertEquals(places(AWAY, 20, 20).getFirst(), model.reading().firstLate());
    }

    @Test
    void onlyWhatTheNodeWasToldMakesOthersLate() {
        fixture.chats.text(KEY, 201, Fixture.MAX, "entry 201");
        fixture.chats.diskFull = true;
        model.changed();
        see(190, 201);
        model.changed();
        assertEquals(FakeChats.position(200), fixture.chats.seenTo, "it does not know yet");
        fixture.chats.diskFull = false;
        fixture.chats.text(KEY, 202, Fixture.MAX, "entry 202");
        model.changed();
        see(190, 202);
        model.changed();
        assertEquals(FakeChats.position(202), fixture.chats.seenTo);
    }
}
