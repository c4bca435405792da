package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.handshake.RefusalReason;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.Fingerprint;
import io.landline.ui.welcome.FakeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecentRoomsTest {
    private final List<Consumer<List<OwnRoom>>> questions = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private Duration uptime = Duration.ofHours(1);
    private final RecentRooms rooms = new RecentRooms(questions::add, () -> uptime);

    private void ask(String who) {
        rooms.ask(_ -> answered.add(who));
    }

    @Test
    void whoAsksWhileTheyAreBeingReadIsAnsweredWithTheFirst() {
        ask("one");
        ask("two");
        assertEquals(1, questions.size());
        questions.getFirst().accept(List.of());
        ask("three");
        assertEquals(List.of("one", "two", "three"), answered);
        assertEquals(1, questions.size());
    }

    /// They come under any number of names, and each reading waits for the disk.
    @Test
    void h38_forPeopleWithOtherWordsTheRoomsAreReadOnceInASecond() {
        var window = new FakeWindow();
        var notices = new EventNotices(Texts.beside(EventNotices.class, Language.ENGLISH), window, window,
                questions::add, _ -> false, () -> uptime);
        for (int peer = 0; peer < 10; peer++) notices.take(refused(peer), Instant.EPOCH);
        assertEquals(1, questions.size());
        questions.getLast().accept(List.of());
        assertEquals(List.of(), window.told);
        uptime = uptime.plus(RecentRooms.KEPT);
        notices.take(refused(11), Instant.EPOCH);
        assertEquals(2, questions.size());
    }

    private static Refused refused(int peer) {
        return new Refused(Fingerprint.parse("%064x".formatted(peer)), "Zoe", "#class", RefusalReason.WRONG_KEY);
    }

    /// As where the disk failed.
    @Test
    void aReadingWithoutAnAnswerIsFollowedByAnother() {
        ask("one");
        uptime = uptime.plus(RecentRooms.KEPT);
        ask("two");
        questions.getLast().accept(List.of());
        assertEquals(List.of("one", "two"), answered);
        assertEquals(2, questions.size());
    }

    @Test
    void ofVeryManyWhoAskMeanwhileSomeAreAnswered() {
        for (int i = 0; i < 2 * RecentRooms.WAITING_MAX; i++) ask("one");
        questions.getFirst().accept(List.of());
        assertEquals(RecentRooms.WAITING_MAX, answered.size());
    }
}
