package io.landline.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.settings.NotificationSettings;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationRulesTest {
    private static final EntryId ENTRY = new EntryId(0, 1);
    private static final String CLASS = "#class";
    private static final String LOBBY = "#lobby";
    private static final Fingerprint ADA = Fingerprint.ofPublicKey(new byte[32]);
    private static final NotificationSettings USUAL = NotificationSettings.DEFAULTS;
    private static final LocalTime NOON = LocalTime.NOON;

    private final RecordingScreen screen = new RecordingScreen();
    private final NotificationRules rules = new NotificationRules(USUAL, screen);
    private final List<Conversation> conversations = new ArrayList<>();
    private Duration uptime = Duration.ofMinutes(5);
    private LocalTime time = NOON;

    /// Notes what it is asked for, one line each.
    private static final class RecordingScreen implements NotificationRules.Screen {
        final List<String> asked = new ArrayList<>();

        @Override
        public void show(Notification it) {
            asked.add(
                    it.conversation() + " " + it.count() + " " + it.newest().author() + (it.preview() ? "" : " hidden")
                            + (it.audible() ? " aloud" : ""));
        }

        @Override
        public void takeBack(String conversation) {
            asked.add("back " + conversation);
        }

        @Override
        public void show(SharedNotification it) {
            asked.add(it.messages() + " from " + it.people() + " people, last " + it.newest()
                    + (it.audible() ? " aloud" : ""));
        }

        @Override
        public void takeBackShared() {
            asked.add("back shared");
        }

        List<String> next() {
            List<String> since = List.copyOf(asked);
            asked.clear();
            return since;
        }
    }

    @BeforeEach
    void know() {
        put(PlainRecords.conversation(CLASS, Kind.ROOM, "class", null, true, 1, null));
        put(PlainRecords.conversation(LOBBY, Kind.OPEN_ROOM, "lobby", null, true, 1, null));
        put(PlainRecords.conversation(ADA.hex(), Kind.DIRECT, "Ada", ADA, true, 1, null));
        rules.know(conversations);
        rules.nameOf("Zoë");
    }

    private void put(Conversation conversation) {
        conversations.removeIf(each -> each.key().equals(conversation.key()));
        conversations.add(conversation);
    }

    private void unread(String key, Kind kind, int unread, boolean muted) {
        put(PlainRecords.conversation(key, kind, key.substring(1), null, true, unread,
                muted ? Set.of(Choice.MUTED) : Set.of(), null));
        rules.know(conversations);
    }

    private List<String> come(News... news) {
        rules.take(List.of(news), conversations, new Moment(uptime, time));
        return screen.next();
    }

    private static News said(String key, String author) {
        return new News.MessageCame(key, author, ENTRY, "hello", false);
    }

    @Test
    void aMessageIsToldOnceAndAloud() {
        assertEquals(List.of("#class 1 Max aloud"), come(said(CLASS, "Max")));
        assertTrue(rules.anyStanding());
    }

    @Test
    void aBurstIsOneNotificationAndItsCount() {
        News[] burst = Collections.nCopies(40, said(CLASS, "Max")).toArray(News[]::new);
        assertEquals(List.of("#class 40 Max aloud"), come(burst));
    }

    @Test
    void whatComesWhileItStandsReplacesItInSilence() {
        come(said(CLASS, "Max"));
        uptime = uptime.plusMinutes(1);
        assertEquals(List.of("#class 2 Kim"), come(said(CLASS, "Kim")));
    }

    @Test
    void aboveItsBoundTheCountStands() {
        News[] burst = Collections.nCopies(NotificationRules.COUNT_MAX, said(CLASS, "Max")).toArray(News[]::new);
        assertEquals(List.of("#class 99 Max aloud"), come(burst));
        assertEquals(List.of("#class 100 Max"), come(said(CLASS, "Max")));
        assertEquals(List.of("#class 100 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void eachConversationHasItsOwnAndABurstThroughSeveralSoundsOnce() {
        assertEquals(List.of("#class 1 Max aloud", ADA.hex() + " 1 Ada"),
                come(said(CLASS, "Max"), said(ADA.hex(), "Ada")));
        rules.gone(CLASS);
        uptime = uptime.plus(NotificationRules.SOUND_INTERVAL_MIN).minusMillis(1);
        assertEquals(List.of("#class 1 Max"), come(said(CLASS, "Max")));
        rules.gone(CLASS);
        uptime = uptime.plusMillis(1);
        assertEquals(List.of("#class 1 Max aloud"), come(said(CLASS, "Max")));
    }

    private void calls(String key, Kind kind, Set<Choice> chosen, int calls) {
        put(new Conversation(key, kind, key, null, true, 1, calls, new Choices(chosen, null), null));
    }

    @Test
    void anEditThatFirstMentionsTheUserIsToldWhereOnlyMentionsAre() {
        var edited = new News.Edited(LOBBY, "Max", ENTRY, "@Zo look", true);
        calls(LOBBY, Kind.OPEN_ROOM, Set.of(), 0);
        assertEquals(List.of(), come(said(LOBBY, "Max")));
        assertEquals(List.of(), come(edited), "the message was read");
        calls(LOBBY, Kind.OPEN_ROOM, Set.of(), 1);
        assertEquals(List.of(), come(new News.Edited(LOBBY, "Max", ENTRY, "@Zo looks", false)));
        assertEquals(List.of("#lobby 1 Max aloud"), come(edited));
        assertEquals(List.of("#lobby 1 Max"), come(edited), "its words stand there");
        calls(CLASS, Kind.ROOM, Set.of(Choice.MENTIONS_ONLY), 1);
        assertEquals(List.of("#class 1 Max"), come(new News.Edited(CLASS, "Max", ENTRY, "@Zo look", true)));
    }

    /// Where each message is told, it was told before.
    @Test
    void anEditThatMentionsTheUserIsNotToldWhereEachMessageIs() {
        calls(CLASS, Kind.ROOM, Set.of(), 1);
        come(said(CLASS, "Max"));
        rules.gone(CLASS);
        assertEquals(List.of(), come(new News.Edited(CLASS, "Max", ENTRY, "@Zo look", true)));
    }

    @Test
    void whatIsDeletedBeforeItIsShownTakesNoSoundFromTheNext() {
        come(said(CLASS, "Max"), new News.Deleted(CLASS, "Max", ENTRY));
        assertEquals(List.of(ADA.hex() + " 1 Ada aloud"), come(said(ADA.hex(), "Ada")));
    }

    @Test
    void whatIsInViewIsNotTold() {
        rules.look(true, CLASS);
        assertEquals(List.of(), come(said(CLASS, "Max")));
        assertEquals(List.of(ADA.hex() + " 1 Ada aloud"), come(said(ADA.hex(), "Ada")));
        rules.look(false, CLASS);
        assertEquals(List.of("#class 1 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void lookingAtItTakesItBack() {
        come(said(CLASS, "Max"), said(ADA.hex(), "Ada"));
        rules.look(false, CLASS);
        assertEquals(List.of(), screen.next());
        rules.look(true, CLASS);
        assertEquals(List.of("back #class"), screen.next());
        rules.look(true, null);
        assertEquals(List.of(), screen.next());
    }

    @Test
    void readingItTakesItBack() {
        come(said(CLASS, "Max"));
        unread(CLASS, Kind.ROOM, 1, false);
        assertEquals(List.of(), screen.next());
        unread(CLASS, Kind.ROOM, 0, false);
        assertEquals(List.of("back #class"), screen.next());
        assertFalse(rules.anyStanding());
    }

    @Test
    void whatWasReadBeforeItWasToldIsNotTold() {
        unread(CLASS, Kind.ROOM, 0, false);
        assertEquals(List.of(), come(said(CLASS, "Max"), new News.FilesOffered(CLASS, "Max", List.of("a.txt"))));
    }

    @Test
    void mutedConversationsAreNotToldAndMutingTakesBack() {
        come(said(CLASS, "Max"));
        unread(CLASS, Kind.ROOM, 1, true);
        assertEquals(List.of("back #class"), screen.next());
        assertEquals(List.of(), come(said(CLASS, "Max")));
    }

    @Test
    void aRoomThatWasLeftIsTakenBackAndNotTold() {
        come(said(CLASS, "Max"));
        conversations.removeIf(each -> each.key().equals(CLASS));
        assertEquals(List.of("back #class"), come(said(CLASS, "Max")));
    }

    @Test
    void openRoomsTellWhatNamesTheUser() {
        assertEquals(List.of(), come(said(LOBBY, "Max"), new News.FilesOffered(LOBBY, "Max", List.of("zoe.txt"))));
        assertEquals(List.of("#lobby 1 Max aloud"),
                come(new News.MessageCame(LOBBY, "Max", ENTRY, "is @zoe here?", false)));
    }

    @Test
    void ofARoomWithMentionsOnlyThatIsToldWhichCallsTheUser() {
        come(said(CLASS, "Max"));
        put(PlainRecords.conversation(CLASS, Kind.ROOM, "class", null, true, 2, Set.of(Choice.MENTIONS_ONLY), null));
        rules.know(conversations);
        assertEquals(List.of("back #class"), screen.next(), "what stood there called nobody");
        assertEquals(List.of(), come(said(CLASS, "Max"), new News.FilesOffered(CLASS, "Max", List.of("zoe.txt")),
                new News.RoomJoined(CLASS, "Max")));
        assertEquals(List.of("#class 1 Max"), come(new News.MessageCame(CLASS, "Max", ENTRY, "look", true)));
        rules.know(conversations);
        assertEquals(List.of(), screen.next(), "a call stays");
        assertEquals(List.of("#class 2 Max"), come(new News.MessageCame(CLASS, "Max", ENTRY, "zoe?", false)));
    }

    @Test
    void aCallIsNotToldOfARoomThatIsMutedWholly() {
        unread(CLASS, Kind.ROOM, 1, true);
        assertEquals(List.of(), come(new News.MessageCame(CLASS, "Max", ENTRY, "look", true)));
    }

    @Test
    void inQuietHoursNothingIsTold() {
        rules.choose(USUAL.withQuiet(true));
        time = LocalTime.of(23, 0);
        assertEquals(List.of(), come(said(CLASS, "Max")));
        assertFalse(rules.anyStanding());
        time = LocalTime.of(7, 0);
        assertEquals(List.of("#class 2 Max aloud"), come(said(CLASS, "Max")));
        assertEquals(List.of("#class 3 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void whatCameInQuietHoursAndWasReadIsNotCounted() {
        rules.choose(USUAL.withQuiet(true));
        time = LocalTime.of(23, 0);
        come(said(CLASS, "Max"), said(CLASS, "Kim"));
        assertTrue(rules.waitsForReading());
        unread(CLASS, Kind.ROOM, 0, false);
        assertFalse(rules.waitsForReading());
        time = LocalTime.of(7, 0);
        unread(CLASS, Kind.ROOM, 1, false);
        assertEquals(List.of("#class 1 Max aloud"), come(said(CLASS, "Max")));
    }

    @Test
    void whatWasSeenInQuietHoursIsNotCounted() {
        rules.choose(USUAL.withQuiet(true));
        time = LocalTime.of(23, 0);
        come(said(CLASS, "Max"));
        rules.look(true, CLASS);
        rules.look(false, null);
        time = LocalTime.of(7, 0);
        assertEquals(List.of("#class 1 Max aloud"), come(said(CLASS, "Max")));
    }

    @Test
    void whatCameInQuietHoursIsCountedWithWhatStoodBefore() {
        rules.choose(USUAL.withQuiet(true));
        come(said(CLASS, "Max"));
        time = LocalTime.of(23, 0);
        assertEquals(List.of(), come(said(CLASS, "Max")));
        time = LocalTime.of(7, 0);
        assertEquals(List.of("#class 3 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void whatMembersHandOverAtTheStartIsHistory() {
        uptime = NotificationRules.CATCHING_UP.minusMillis(1);
        assertEquals(List.of(), come(said(CLASS, "Max")));
        uptime = NotificationRules.CATCHING_UP;
        assertEquals(List.of("#class 1 Max aloud"), come(said(CLASS, "Max")));
    }

    @Test
    void withoutPreviewNothingThatWasWrittenIsShown() {
        come(said(CLASS, "Max"));
        rules.choose(USUAL.withPreview(false));
        assertEquals(List.of("back #class"), screen.next());
        assertEquals(List.of("#class 1 Max hidden"), come(said(CLASS, "Max")));
    }

    @Test
    void withoutSoundNothingIsHeard() {
        rules.choose(USUAL.withSound(false));
        assertEquals(List.of("#class 1 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void switchedOffNothingStandsAndNothingIsTold() {
        come(said(CLASS, "Max"));
        rules.choose(USUAL.withOn(false));
        assertEquals(List.of("back #class"), screen.next());
        assertEquals(List.of(), come(said(CLASS, "Max")));
    }

    @Test
    void theFirstWhoJoinsANewRoomIsTold() {
        var joined = new News.RoomJoined("#new", "Max");
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, false, 0, null));
        rules.know(conversations);
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 0, null));
        assertEquals(List.of("#new 1 Max aloud"), come(joined));
        rules.know(conversations);
        assertEquals(List.of(), screen.next(), "nobody reads that somebody joined");
        assertEquals(List.of(), come(joined), "the second one is no news");
        rules.look(true, "#new");
        assertEquals(List.of("back #new"), screen.next());
    }

    /// The summary counts what is new to be read.
    @Test
    void thatSomebodyJoinedIsNotCountedAmongMessages() {
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, false, 0, null));
        rules.know(conversations);
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 0, null));
        come(new News.RoomJoined("#new", "Max"));
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 1, null));
        assertEquals(List.of("#new 1 Max"), come(said("#new", "Max")));
        assertEquals(List.of("#new 2 Max"), come(said("#new", "Max")));
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 0, null));
        rules.know(conversations);
        assertEquals(List.of("back #new"), screen.next(), "all of it is read");
    }

    @Test
    void whatWasHeldBackIsNotCountedWhereSomebodyJoined() {
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, false, 1, null));
        rules.choose(USUAL.withQuiet(true).withQuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        time = LocalTime.of(23, 0);
        come(said("#new", "Max"));
        time = NOON;
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 1, null));
        assertEquals(List.of("#new 1 Max aloud"), come(new News.RoomJoined("#new", "Max")));
        assertEquals(List.of("#new 2 Max"), come(said("#new", "Max")));
    }

    @Test
    void whoJoinsBeforeTheUsersEyesIsNotTold() {
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, false, 0, null));
        rules.know(conversations);
        rules.look(true, null);
        put(PlainRecords.conversation("#new", Kind.ROOM, "new", null, true, 0, null));
        assertEquals(List.of(), come(new News.RoomJoined("#new", "Max")));
    }

    @Test
    void whatTheUserClosedCountsFromOneAgain() {
        come(said(CLASS, "Max"), said(CLASS, "Max"));
        rules.gone(CLASS);
        assertEquals(List.of("#class 1 Max"), come(said(CLASS, "Max")));
    }

    @Test
    void atTheEndAllAreTakenBack() {
        come(said(CLASS, "Max"), said(ADA.hex(), "Ada"));
        rules.takeAllBack();
        assertEquals(List.of("back #class", "back " + ADA.hex()), screen.next());
        assertFalse(rules.anyStanding());
    }
}
