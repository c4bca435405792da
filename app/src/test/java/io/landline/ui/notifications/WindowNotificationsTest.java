package io.landline.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.desktop.DesktopNotifications;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ActOn;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeEvent.Words;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.settings.NotificationSettings;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.NodePorts;
import io.landline.ui.transfers.FakeFileTransfers;
import io.landline.ui.welcome.FakeNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From the node's events to what a desktop is asked for, and back. Everything happens at once.
class WindowNotificationsTest {
    private static final Fingerprint ADA = FakeChats.peer(1);
    private static final String CLASS = "#class";

    private final FakeNode node = new FakeNode();
    private final FakeChats chats = new FakeChats(FakeNode.SELF);
    private final RecordingDesktop desktop = new RecordingDesktop();
    private final RecordingWindow window = new RecordingWindow();
    private final UserContext surroundings = new UserContext();
    private WindowNotifications notifications;
    private long number;

    private static final class RecordingDesktop implements DesktopNotifications {
        final List<String> asked = new ArrayList<>();

        @Override
        public void show(Content content) {
            asked.add(bare(content.summary() + " | " + content.body()));
        }

        @Override
        public void takeBack(String subject) {
            asked.add("back " + subject);
        }

        @Override
        public void close() {
            asked.add("end");
        }

        /// Without the marks that keep other people's text apart.
        private static String bare(String text) {
            return text.replace("\u200E", "");
        }

        List<String> next() {
            List<String> since = List.copyOf(asked);
            asked.clear();
            return since;
        }
    }

    private static final class RecordingWindow implements WindowNotifications.Window {
        final List<String> asked = new ArrayList<>();

        @Override
        public void open(String conversation) {
            asked.add("open " + conversation);
        }

        @Override
        public void openList() {
            asked.add("open list");
        }

        @Override
        public void keep(String conversation, String text, Exception why) {
            asked.add("keep " + conversation + " " + text + ": " + why.getMessage());
        }
    }

    private static final class UserContext implements WindowNotifications.UserContext {
        Language language = Language.ENGLISH;

        @Override
        public NotificationSettings settings() {
            return NotificationSettings.DEFAULTS;
        }

        @Override
        public Language language() {
            return language;
        }

        @Override
        public Moment now() {
            return new Moment(Duration.ofMinutes(5), LocalTime.NOON);
        }
    }

    @BeforeEach
    void open() {
        chats.room("class", true, 1);
        chats.direct(ADA, "Ada", 1);
        var fx = new FxThread(Runnable::run, Runnable::run);
        NodePorts of = node.ports();
        var ports = new NodePorts(FakeNode.SELF, chats, new FakeFileTransfers(), node, node, node, of.watch(),
                of.network());
        notifications = new WindowNotifications(ports, fx, new Background(fx, Runnable::run, false), surroundings,
                window, _ -> desktop);
    }

    @AfterEach
    void close() {
        notifications.close();
        assertEquals(0, node.watchers.size() + chats.watchers.size(), "all that was attached is detached");
    }

    private void say(String conversation, String name, String text) {
        node.tell(new NodeEvent.Message(Instant.EPOCH, conversation, ADA, name,
                new EntryPlace(new EntryId(0, ++number), "0f", number), PlainRecords.words(text), Instant.EPOCH));
    }

    @Test
    void aMentionIsToldAsOneAlsoWhereNothingElseIs() throws Exception {
        chats.muteButMentions("#class");
        say("#class", "Ada", "hello");
        assertEquals(List.of(), desktop.next());
        var words = new Words("look", null, Set.of(FakeNode.SELF), false, false);
        node.tell(new NodeEvent.Message(Instant.EPOCH, "#class", ADA, "Ada",
                new EntryPlace(new EntryId(0, ++number), "0f", number), words, Instant.EPOCH));
        List<String> told = desktop.next();
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains("Ada mentions you in #class"), told.toString());
    }

    private void readAll(String key) {
        chats.conversations.replaceAll(each -> each.key().equals(key)
                ? PlainRecords.conversation(key, each.kind(), each.title(), each.peer(), each.confirmed(), 0,
                        each.newest())
                : each);
        for (var watcher : List.copyOf(chats.watchers)) watcher.accept(key);
    }

    @Test
    void messagesAreToldInWordsAndTakenBackWhenRead() {
        say(CLASS, "Max", "one\ntwo");
        assertEquals(List.of("Max in #class | one two"), desktop.next());
        say(CLASS, "Kim", "three");
        assertEquals(List.of("#class: 2 new | Kim: three"), desktop.next());
        say(ADA.hex(), "Ada", "four");
        assertEquals(List.of("Ada | four"), desktop.next());
        readAll(CLASS);
        assertEquals(List.of("back #class"), desktop.next());
        assertTrue(notifications.calling().get(), "Ada still does");
        notifications.gone(ADA.hex());
        assertFalse(notifications.calling().get());
    }

    @Test
    void aLongTextIsShortenedAndWhatSteersItIsTakenOut() {
        say(ADA.hex(), "Ada", "\u202E\u0000" + "x".repeat(500));
        String told = desktop.next().getFirst();
        assertEquals("Ada | □" + "x".repeat(NotificationFormatter.BODY_CHARACTERS_MAX - 2) + "…", told);
    }

    @Test
    void offersOfOthersAreToldAndOursAreNot() {
        node.tell(offer(Direction.OUT));
        assertEquals(List.of(), desktop.next());
        node.tell(offer(Direction.IN));
        assertEquals(List.of(ADA.brief() + " in #class | Offers you: a.txt, b.txt"), desktop.next());
    }

    private void delete(long target) {
        node.tell(new NodeEvent.Deleted(new ActOn(CLASS, ADA, "Max", new EntryId(1, target), new EntryId(0, target))));
    }

    /// The list counts the others.
    @Test
    void whatItsAuthorDeletesStandsNowhereAnyMore() {
        say(CLASS, "Max", "one");
        say(CLASS, "Max", "the password");
        desktop.next();
        delete(number - 1);
        assertEquals(List.of(), desktop.next(), "it does not stand there");
        delete(number);
        assertEquals(List.of("back #class"), desktop.next());
        ask(ADA, "when?");
        desktop.next();
        delete(number);
        assertEquals(List.of("back #class"), desktop.next());
    }

    private void edit(long target, String text) {
        node.tell(new NodeEvent.Edited(new ActOn(CLASS, ADA, "Max", new EntryId(1, target), new EntryId(0, target)),
                text, Set.of()));
    }

    @Test
    void whatItsAuthorChangesStandsInItsNewWordsAndCountsOnce() {
        say(CLASS, "Max", "one");
        say(CLASS, "Max", "the password");
        desktop.next();
        edit(number - 1, "first");
        assertEquals(List.of(), desktop.next(), "it does not stand there");
        edit(number, "nothing");
        assertEquals(List.of("#class: 2 new | Max: nothing"), desktop.next());
    }

    private void ask(Fingerprint author, String question) {
        node.tell(new NodeEvent.PollAsked(CLASS, author, "Max", new EntryPlace(new EntryId(0, ++number), "0f", number),
                new Poll(question, List.of("yes", "no"), false, false), Instant.EPOCH));
    }

    private void collect(Fingerprint author, String title) {
        node.tell(new NodeEvent.BoxMade(CLASS, author, "Max", new EntryPlace(new EntryId(0, ++number), "0f", number),
                new HandInBox(title, Instant.EPOCH, "", 1, true), Instant.EPOCH));
    }

    /// They count as unread, as a message does.
    @Test
    void pollsAndBoxesOfOthersAreToldAndOursAreNot() {
        ask(FakeNode.SELF, "mine?");
        collect(FakeNode.SELF, "mine");
        assertEquals(List.of(), desktop.next());
        ask(ADA, "Who is\u0000 there?");
        assertEquals(List.of("Max in #class | Poll: Who is□ there?"), desktop.next());
        collect(ADA, "Essay");
        assertEquals(List.of("#class: 2 new | Max: Hand-in box: Essay"), desktop.next());
        readAll(CLASS);
        assertEquals(List.of("back #class"), desktop.next());
    }

    @Test
    void whereOnlyMentionsAreToldPollsAreNot() throws Exception {
        chats.muteButMentions(CLASS);
        ask(ADA, "Who is there?");
        collect(ADA, "Essay");
        assertEquals(List.of(), desktop.next());
    }

    @Test
    void withoutPreviewItIsSaidThatThereIsAPollOrABox() {
        notifications.choose(NotificationSettings.DEFAULTS.withPreview(false));
        ask(ADA, "Who is there?");
        assertEquals(List.of("Max in #class | New poll"), desktop.next());
        notifications.gone(CLASS);
        collect(ADA, "Essay");
        assertEquals(List.of("Max in #class | New hand-in box"), desktop.next());
    }

    private static NodeEvent offer(Direction direction) {
        return new NodeEvent.Offered(new TransferId("0f", "0e", ADA, direction), "Ada", CLASS,
                List.of("a.txt", "b.txt"), 2, 0,
                5_000);
    }

    @Test
    void theFirstInANewRoomIsTold() {
        node.rooms.add(PlainRecords.ownRoom("#new~3f", "#new", "new", false, true, "a b c d", false));
        chats.add(PlainRecords.conversation("#new~3f", Kind.ROOM, "new~3f", null, true, 0, null));
        node.tell(new NodeEvent.Joined(ADA, "Ada", "#new"));
        assertEquals(List.of("#new~3f | Ada is in the room now. The key is confirmed."), desktop.next());
    }

    @Test
    void withoutPreviewNothingThatWasWrittenLeavesTheWindow() {
        notifications.choose(NotificationSettings.DEFAULTS.withPreview(false));
        say(ADA.hex(), "Ada", "secret");
        say(CLASS, "Max", "secret");
        say(CLASS, "Max", "secret");
        node.tell(offer(Direction.IN));
        assertEquals(List.of("Ada | New message", "Max in #class | New message",
                "#class: 2 new | The last one is from Max", "#class: 3 new | The last one is from " + ADA.brief()),
                desktop.next());
    }

    @Test
    void switchedOffNoMessageLoadsTheConversationsAndNoneIsNewsLater() {
        notifications.choose(NotificationSettings.DEFAULTS.withOn(false));
        int loads = chats.lists;
        say(CLASS, "Max", "unheard");
        node.tell(offer(Direction.IN));
        assertEquals(loads, chats.lists);
        notifications.choose(NotificationSettings.DEFAULTS);
        assertEquals(List.of(), desktop.next());
        say(CLASS, "Max", "heard");
        assertEquals(List.of("Max in #class | heard"), desktop.next());
    }

    @Test
    void theWordsAreInTheWindowsLanguage() {
        surroundings.language = Language.FRENCH;
        say(CLASS, "Max", "bonjour");
        assertEquals(List.of("Max dans #class | bonjour"), desktop.next());
    }

    @Test
    void anAnswerIsSentAndAClickOpensTheConversation() {
        notifications.opened(CLASS);
        assertEquals(List.of("open #class"), window.asked);
        notifications.replied(CLASS, "at once");
        notifications.replied(CLASS, " \n");
        assertEquals(List.of("at once"), chats.said);
    }

    @Test
    void whoAnswersHasReadWhatTheNotificationShowed() {
        say(CLASS, "Max", "a question");
        notifications.replied(CLASS, "an answer");
        assertEquals(List.of(CLASS), chats.readWhole);
    }

    private void manyPeopleWrite() {
        for (int i = 0; i < 500; i++) {
            Fingerprint peer = FakeChats.peer(1_000 + i);
            chats.direct(peer, "Mal" + i, 1);
            node.tell(new NodeEvent.Message(Instant.EPOCH, peer.hex(), peer, "Mal" + i,
                    new EntryPlace(new EntryId(0, ++number), "0f", number), PlainRecords.words("hi"), Instant.EPOCH));
        }
    }

    @Test
    void manyPeopleWhoWriteShareANotificationThatOpensTheListAndTakesNoAnswer() {
        manyPeopleWrite();
        assertEquals("492 new messages from 492 people | The last one is from Mal499", desktop.next().getLast());
        notifications.opened(WindowNotifications.SHARED);
        notifications.replied(WindowNotifications.SHARED, "to nobody");
        assertEquals(List.of("open list"), window.asked);
        assertEquals(List.of(), chats.said);
        notifications.gone(WindowNotifications.SHARED);
        manyPeopleWrite();
        assertEquals(SharedNews.APART_MAX, desktop.next().size(), "those who have their own write again");
    }

    @Test
    void amongManyWhoWriteAFriendIsStillTold() {
        manyPeopleWrite();
        desktop.next();
        node.wellKnown.add(ADA);
        say(ADA.hex(), "Ada", "are you there?");
        assertEquals(List.of("Ada | are you there?"), desktop.next());
    }

    @Test
    void anAnswerThatCannotBeSentIsKept() {
        chats.diskFull = true;
        notifications.replied(CLASS, "at once");
        assertEquals(List.of("keep #class at once: the disk is full"), window.asked);
        assertEquals(List.of(), chats.readWhole);
    }

    @Test
    void whatIsInViewIsNotToldAndClosedOnesCountAnew() {
        notifications.look(true, CLASS);
        say(CLASS, "Max", "seen");
        assertEquals(List.of(), desktop.next());
        notifications.look(false, CLASS);
        say(CLASS, "Max", "one");
        notifications.gone(CLASS);
        say(CLASS, "Max", "two");
        assertEquals(List.of("Max in #class | one", "Max in #class | two"), desktop.next());
    }

    @Test
    void afterTheEndNothingIsToldOrOpened() {
        notifications.close();
        notifications.end();
        say(CLASS, "Max", "late");
        notifications.opened(CLASS);
        notifications.replied(CLASS, "late");
        assertEquals(List.of("end"), desktop.next());
        assertTrue(window.asked.isEmpty());
        assertTrue(chats.said.isEmpty());
    }
}
