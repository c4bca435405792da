package io.landline.ui.notifications;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.room.EntryId;
import io.landline.settings.NotificationSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// H38: notifications are bounded over all people that this user does not know well, not for each of them alone.
class SharedNewsTest {
    private static final EntryId ENTRY = new EntryId(0, 1);
    private static final int MANY = 500;
    private static final int FRIEND = 10_000;

    private final List<String> asked = new ArrayList<>();
    private final NotificationRules rules = new NotificationRules(NotificationSettings.DEFAULTS, new Recorder());
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private Duration uptime = Duration.ofMinutes(5);

    private final class Recorder implements NotificationRules.Screen {
        @Override
        public void show(Notification it) {
            asked.add(it.of().title() + " " + it.count() + (it.audible() ? " aloud" : ""));
        }

        @Override
        public void takeBack(String conversation) {
            asked.add("back " + conversations.get(conversation).title());
        }

        @Override
        public void show(SharedNotification it) {
            asked.add(it.messages() + " from " + it.people() + ", last " + it.newest()
                    + (it.audible() ? " aloud" : ""));
        }

        @Override
        public void takeBackShared() {
            asked.add("back shared");
        }
    }

    private static String name(int number) {
        return number == FRIEND ? "Friend" : "P" + number;
    }

    private List<String> next() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    private void put(int number, int unread, Choice... chosen) {
        conversations.put(peer(number).hex(), PlainRecords.conversation(peer(number).hex(), Kind.DIRECT, name(number),
                peer(number), true, unread, Set.of(chosen), null));
    }

    /// Each writes a message of their own.
    private List<String> write(int... numbers) {
        var news = new ArrayList<News>();
        for (int number : numbers) {
            if (!conversations.containsKey(peer(number).hex())) put(number, 1);
            news.add(new News.MessageCame(peer(number).hex(), name(number), ENTRY, "hello", false));
        }
        rules.take(news, List.copyOf(conversations.values()), new Moment(uptime, LocalTime.NOON));
        return next();
    }

    private List<String> read(int... numbers) {
        for (int number : numbers) put(number, 0);
        rules.know(List.copyOf(conversations.values()));
        return next();
    }

    private static int[] people(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private List<String> fillPlaces() {
        return write(people(0, SharedNews.APART_MAX));
    }

    @Test
    void h38_fiveHundredPeopleWhoWriteOnceFillAFewNotificationsAndOneMore() {
        List<String> told = write(people(0, MANY));
        assertEquals(SharedNews.APART_MAX + 1, told.size());
        assertEquals("P0 1 aloud", told.getFirst());
        assertEquals("492 from 492, last P499", told.getLast());
    }

    @Test
    void h38_inAnyMinuteThereAreNoMoreAlsoWhereEachIsClosedAtOnce() {
        int shown = 0;
        for (int i = 0; i < 60; i++) {
            for (String line : write(people(i * 10, i * 10 + 10))) if (!line.startsWith("back")) shown++;
            for (int number = 0; number < i * 10 + 10; number++) rules.gone(peer(number).hex());
            rules.sharedGone(uptime);
            uptime = uptime.plusMillis(999);
        }
        assertTrue(shown <= SharedNews.APART_MAX + 1, shown + " in a minute");
    }

    @Test
    void thoseWithTheirOwnDoNotAddUpOverTheMinutes() {
        fillPlaces();
        uptime = uptime.plusHours(1);
        assertEquals(List.of("1 from 1, last P100 aloud"), write(100));
        read(0);
        assertEquals(List.of("P101 1 aloud"), writeLater(101));
    }

    private List<String> writeLater(int number) {
        uptime = uptime.plusMinutes(1);
        return write(number);
    }

    @Test
    void somebodyWellKnownAlwaysHasTheirOwn() {
        write(people(0, MANY));
        rules.nameWellKnown(Set.of(peer(FRIEND)));
        assertEquals(List.of("Friend 1"), write(FRIEND));
        assertEquals(List.of("Friend 2"), write(FRIEND));
    }

    @Test
    void soHasAConversationThatTheUserKeepsOnTop() {
        write(people(0, MANY));
        put(FRIEND, 1, Choice.ON_TOP);
        assertEquals(List.of("Friend 1"), write(FRIEND));
    }

    @Test
    void whatWasCountedOfSomebodyGoesWithThemOnceTheyAreWellKnown() {
        fillPlaces();
        write(100, 101, 101);
        rules.nameWellKnown(Set.of(peer(101)));
        assertEquals(List.of("P101 3"), write(101));
        assertEquals(List.of("2 from 1, last P100"), write(100));
    }

    @Test
    void whatIsReadIsCountedNoMoreAndTheLastOneTakesItBack() {
        fillPlaces();
        assertEquals(List.of("3 from 2, last P101"), write(100, 100, 101));
        assertEquals(List.of("1 from 1, last P101"), read(100));
        assertEquals(List.of("2 from 1, last P101"), write(101));
        assertEquals(List.of("back shared"), read(101));
        assertEquals(List.of(), read(101));
    }

    @Test
    void whoseNewestWasReadIsNotNamedAsTheLastOne() {
        fillPlaces();
        write(100, 101, 102);
        assertEquals(List.of("2 from 2, last P101"), read(102));
        rules.look(true, peer(101).hex());
        assertEquals(List.of("1 from 1, last P100"), next());
    }

    @Test
    void lookingAtTheOnlyOneTakesItBack() {
        fillPlaces();
        write(100);
        rules.look(true, peer(100).hex());
        assertEquals(List.of("back shared"), next());
    }

    @Test
    void oneThatWasClosedComesAgainAfterAMinuteWithAllThatCameMeanwhile() {
        fillPlaces();
        write(100);
        rules.sharedGone(uptime);
        assertEquals(List.of(), write(101, 102));
        uptime = uptime.plus(SharedNews.AGAIN_AFTER).minusMillis(1);
        assertEquals(List.of(), write(102));
        uptime = uptime.plusMillis(1);
        assertEquals(List.of("4 from 2, last P102 aloud"), write(102));
    }

    @Test
    void switchedOffItGoes() {
        fillPlaces();
        write(100);
        rules.choose(NotificationSettings.DEFAULTS.withOn(false));
        assertTrue(next().contains("back shared"));
        assertFalse(rules.anyStanding() || rules.waitsForReading());
    }
}
