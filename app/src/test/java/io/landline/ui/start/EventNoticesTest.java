package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.words.WordsChange;
import io.landline.fixture.PlainRecords;
import io.landline.handshake.RefusalReason;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.LimitReached;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PauseEnded;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.port.NodeEvent.ShelfTake;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WritesDirectly;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.WarningCode;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.session.ConnectFailure;
import io.landline.shelf.ShelfRefusal;
import io.landline.ui.page.Notices;
import io.landline.ui.welcome.FakeWindow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventNoticesTest implements Notices {
    private static final Fingerprint BOB = Fingerprint.parse("b0".repeat(32));
    private static final Fingerprint EVE = Fingerprint.parse("e7".repeat(32));

    private final List<String> shown = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final Map<Object, String> subjects = new HashMap<>();
    private final List<OwnRoom> rooms = new ArrayList<>();
    private final List<Remedy> remedies = new ArrayList<>();
    private final FakeWindow window = new FakeWindow();
    private Duration uptime = Duration.ofHours(1);
    private final EventNotices notices = new EventNotices(Texts.beside(EventNotices.class, Language.FRENCH), this,
            window, then -> then.accept(rooms), host -> host.equals("192.168.1.9"), () -> uptime);

    @Test
    void whatTheDoctorDialsInVainIsAFindingAndNoNotice() {
        for (String host : List.of("192.168.1.9", "192.168.1.8")) {
            notices.take(ConnectFailed.of(InetSocketAddress.createUnresolved(host, 5263), ConnectFailure.REFUSED),
                    Instant.EPOCH);
        }
        assertEquals(1, shown.size());
        assertEquals(1, remedies.size());
    }

    /// Somebody whose computer is off and somebody who mistyped the port do different things next.
    @Test
    void eachReasonWhyNothingWasReachedHasASentenceOfItsOwn() {
        for (ConnectFailure why : ConnectFailure.values()) {
            notices.take(ConnectFailed.of(InetSocketAddress.createUnresolved("10.77.0.2", 5263), why), Instant.EPOCH);
        }
        assertEquals(ConnectFailure.values().length, new HashSet<>(shown).size(), shown::toString);
        for (String each : shown) assertTrue(each.contains("10.77.0.2"), each);
        notices.take(ConnectFailed.of(new InetSocketAddress("fe80::1", 5263), ConnectFailure.SILENT), Instant.EPOCH);
        assertTrue(shown.getLast().contains("[fe80:"), shown.getLast());
    }

    @Test
    void whatWasNotReachedIsOverWhenSomebodyAnswersThere() throws UnknownHostException {
        InetAddress bob = InetAddress.ofLiteral("10.77.0.2");
        InetAddress named = InetAddress.getByAddress("bob.local", bob.getAddress());
        InetAddress eve = InetAddress.ofLiteral("fe80::1");
        for (InetAddress each : List.of(bob, named, eve)) {
            take(ConnectFailed.of(new InetSocketAddress(each, 5263), ConnectFailure.SILENT));
        }
        take(new SessionOpened(EVE, "Eve", "[fe80::1%eth0]:5263"));
        assertTrue(shown.stream().noneMatch(each -> each.contains("fe80")), shown::toString);
        take(new SessionOpened(BOB, "Bob", "10.77.0.2:40001"));
        assertEquals(Map.of(), subjects);
    }

    @Override
    public void done(String sentence) {
        throw new AssertionError(sentence);
    }

    @Override
    public void news(String sentence) {
        news.add(sentence);
    }

    @Override
    public void fact(String sentence) {
        facts.add(sentence);
    }

    @Override
    public void problem(String sentence) {
        shown.add(sentence);
    }

    @Override
    public void problem(Object subject, String sentence) {
        shown.add(sentence);
        subjects.put(subject, sentence);
    }

    @Override
    public void done(String sentence, Remedy undo) {
        throw new AssertionError(sentence);
    }

    @Override
    public void problem(Object subject, String sentence, Remedy remedy) {
        problem(subject, sentence);
        remedies.add(remedy);
    }

    @Override
    public void question(Object subject, String sentence, Remedy remedy) {
        news.add(sentence);
        subjects.put(subject, sentence);
        remedies.add(remedy);
    }

    @Override
    public void over(Object subject) {
        String sentence = subjects.remove(subject);
        shown.remove(sentence);
        news.remove(sentence);
    }

    private void take(NodeEvent event) {
        notices.take(event, Instant.EPOCH);
    }

    private static NodeEvent taken(ShelfTake.Answer answer) {
        return new ShelfTake("0a".repeat(16), BOB, "Bob", answer);
    }

    @ParameterizedTest
    @EnumSource(value = ShelfRefusal.class, mode = EnumSource.Mode.EXCLUDE, names = "NO_ANSWER")
    void eachRefusalOfAShelfIsToldInTheWindowsLanguage(ShelfRefusal reason) {
        take(taken(new ShelfTake.Refused(reason)));
        assertTrue(shown.getFirst().contains("Bob"));
        assertEquals(1, shown.size());
    }

    @Test
    void whoWritesDirectlyIsAskedAboutUntilTheMessageComes() {
        take(new WritesDirectly(BOB, "Bob", "in English"));
        assertTrue(news.getFirst().contains("Bob"));
        assertTrue(news.getFirst().contains(BOB.brief()));
        remedies.getFirst().act().run();
        assertEquals(List.of("conversation " + BOB.hex()), window.told);
        take(messageOf(BOB, "#class"));
        assertEquals(1, news.size());
        take(messageOf(BOB, BOB.hex()));
        assertEquals(List.of(), news);
    }

    @Test
    void aTakeThatIsNotAnsweredOrWaitsIsToldAndOneThatComesIsNot() {
        take(taken(new ShelfTake.Unanswered()));
        take(taken(new ShelfTake.Waits("0f".repeat(16), ShelfTake.WaitReason.DISK_FULL)));
        take(taken(new ShelfTake.Waits("0f".repeat(16), ShelfTake.WaitReason.DIFFERS)));
        take(taken(new ShelfTake.Offered("0f".repeat(16))));
        assertEquals(3, shown.stream().distinct().filter(each -> each.contains("Bob")).count());
        assertEquals(3, shown.size());
    }

    private static LimitReached reached(Fingerprint person, String conversation, Limit limit) {
        return new LimitReached(person, "Bob", conversation, limit, "in English");
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void eachLimitIsToldInTheWindowsLanguageWithWhoAndWhere(Limit limit) {
        take(reached(BOB, "#class", limit));
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().contains("Bob") && shown.getFirst().contains(BOB.brief())
                && shown.getFirst().contains("#class"));
    }

    @Test
    void aDirectConversationIsNotNamedByAFingerprint() {
        take(reached(BOB, BOB.hex(), Limit.DAY));
        assertTrue(shown.getFirst().contains("votre conversation"));
    }

    @Test
    void whatIsToldOfAPauseGoesWithIt() {
        take(reached(BOB, "#class", Limit.DAY));
        take(reached(EVE, "#class", Limit.DAY));
        take(new PauseEnded(BOB, "#film"));
        assertEquals(2, shown.size());
        take(new PauseEnded(BOB, "#class"));
        assertEquals(1, shown.size());
        assertTrue(shown.getFirst().contains(EVE.brief()));
    }

    private static OwnRoom room(String key, boolean confirmed, boolean doubtful) {
        return PlainRecords.ownRoom(key, key, "class", false, confirmed, "amber fox piano river", false, doubtful);
    }

    @Test
    void onlyTheSideWhoseWordsAreInDoubtHearsThatTheyDiffer() {
        var refused = new Refused(BOB, "Bob", "#class", RefusalReason.WRONG_KEY);
        rooms.add(room("#class", true, false));
        take(refused);
        rooms.set(0, room("#class", false, false)); // made here
        take(refused);
        assertEquals(List.of(), shown);
        rooms.set(0, room("#class", false, true));
        take(refused);
        assertEquals(1, shown.size());
    }

    @Test
    void ofTwoRoomsOfOneNameOneInDoubtIsEnough() {
        rooms.add(room("#class", true, false));
        rooms.add(room("#class~3f", false, true));
        take(new Refused(BOB, "Bob", "#class", RefusalReason.WRONG_KEY));
        assertEquals(1, shown.size());
    }

    @ParameterizedTest
    @EnumSource(WarningCode.class)
    void everyWarningIsToldInTheWindowsLanguage(WarningCode code) {
        take(new Warning(code, "in English", List.of("one", "two", "three")));
        shown.addAll(news);
        shown.addAll(facts);
        assertTrue(shown.size() == 1 && !shown.contains("in English"), shown.toString());
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureIsToldInTheWindowsLanguage(FailureCode code) {
        take(new Failure(code, "in English"));
        assertTrue(shown.size() == 1 && !shown.contains("in English"), shown.toString());
    }

    @Test
    void aWarningNamesTheFacts() {
        take(new Warning(WarningCode.OWN_PORT, "in English", List.of("5263", "5270", "5271", "eth0")));
        assertTrue(shown.getFirst().contains("5263") && shown.getFirst().contains("5270"), shown.toString());
    }

    @Test
    void anotherTcpPortIsNoProblemAndIsToldUntilItIsClosed() {
        take(new Warning(WarningCode.PORT_TAKEN, "in English", List.of("5263", "5270")));
        assertEquals(List.of(), shown);
        assertEquals(List.of(), news, "a notice that goes by itself moves the page under the mouse");
        assertTrue(facts.getFirst().contains("5263") && facts.getFirst().contains("5270"), facts.toString());
    }

    @Test
    void aNewerVersionIsToldCalmlyAndStays() {
        take(new Warning(WarningCode.NEWER_VERSION, "in English", List.of("0.2.0", "0.1.0")));
        assertEquals(List.of(), shown);
        assertTrue(facts.getFirst().contains("0.2.0") && facts.getFirst().contains("0.1.0"), facts.toString());
    }

    @Test
    void newWordsAreAskedAboutWithoutAlarmUntilTheyAreTaken() {
        take(new WordsChanged(BOB, "Bob", "#class", "change", WordsChange.State.OFFERED));
        assertEquals(List.of(), shown);
        assertTrue(news.getFirst().contains("Bob") && news.getFirst().contains("#class"), news.toString());
        take(new WordsChanged(BOB, "Bob", "#class", "change", WordsChange.State.DECLINED));
        assertEquals(List.of(), news);
    }

    @Test
    void theQuestionAboutNewWordsLeadsToTheRoomAndSaysSoOnceThatWasLeft() {
        rooms.add(room("#class", true, false));
        take(new WordsChanged(BOB, "Bob", "#class", "change", WordsChange.State.OFFERED));
        remedies.getLast().act().run();
        assertEquals(List.of("room #class"), window.told);
        rooms.clear();
        remedies.getLast().act().run();
        assertEquals(List.of("room #class"), window.told);
        assertTrue(facts.getLast().contains("#class"), facts.toString());
    }

    @Test
    void wordsThatDifferAreCorrectedInTheirRoomAndTheNoticeSaysSoOnceThatWasLeft() {
        rooms.add(room("#class", true, true));
        take(new Refused(BOB, "Bob", "#class", RefusalReason.WRONG_KEY));
        remedies.getLast().act().run();
        assertEquals(List.of("correct words #class"), window.told);
        rooms.clear();
        remedies.getLast().act().run();
        assertEquals(List.of("correct words #class"), window.told);
        assertTrue(facts.getLast().contains("#class"), facts.toString());
    }

    @Test
    void whomTheUserBlockedRaisesNoAlarm() {
        take(new Refused(BOB, "Bob", null, RefusalReason.BLOCKED));
        assertEquals(List.of(), shown);
    }

    @Test
    void thatSomebodyCouldNotEnterIsOverWhenThatPersonEnters() {
        take(new Refused(BOB, "Bob", "#class", RefusalReason.OPEN_DIFFERS));
        take(new Joined(EVE, "Eve", "#class"));
        take(new Joined(BOB, "Bob", "#film"));
        assertEquals(1, shown.size());
        take(new Joined(BOB, "Bob", "#class"));
        assertEquals(List.of(), shown);
    }

    /// Anybody may list a room of our name under ever new identities: that pushes no other notice out all the time.
    @Test
    void h38_ofPeopleWhoAreRefusedWithoutEndAFewAreTold() {
        for (int peer = 0; peer < 100; peer++) {
            Fingerprint invented = Fingerprint.parse("%064x".formatted(peer));
            take(new Refused(invented, "Zoe " + peer, "#class", RefusalReason.OPEN_DIFFERS));
        }
        assertEquals(EventNotices.REFUSALS_MAX, shown.size());
        uptime = uptime.plus(EventNotices.REFUSALS_WITHIN);
        take(new Refused(BOB, "Bob", "#class", RefusalReason.OPEN_DIFFERS));
        assertTrue(shown.getLast().contains("Bob"), shown::toString);
    }

    /// A program with other words tries again and again.
    @Test
    void whoIsRefusedAtEachAttemptTakesNoPlaceOfAnother() {
        for (int attempt = 0; attempt <= EventNotices.REFUSALS_MAX; attempt++) {
            take(new Refused(BOB, "Bob", "#class", RefusalReason.OPEN_DIFFERS));
        }
        take(new Refused(EVE, "Eve", "#class", RefusalReason.OPEN_DIFFERS));
        assertTrue(shown.getLast().contains("Eve"), shown::toString);
    }

    /// Else it comes back as soon as somebody closes it. A name may be another at each attempt.
    @Test
    void h38_oneWhoIsRefusedWithoutEndIsToldAFewTimesInAMinute() {
        for (int attempt = 0; attempt < 100; attempt++) {
            take(new Refused(BOB, "Bob", "#class", RefusalReason.OPEN_DIFFERS));
            take(new Refused(EVE, "Eve " + attempt, "#class", RefusalReason.OPEN_DIFFERS));
        }
        assertEquals(1 + EventNotices.REFUSALS_MAX, shown.size());
        take(new Joined(BOB, "Bob", "#class"));
        take(new Refused(BOB, "Bob", "#class", RefusalReason.OPEN_DIFFERS));
        assertTrue(shown.getLast().contains("Bob"), "they were in between");
    }

    @Test
    void thatVersionsDifferIsOverWhenTheyTalk() {
        take(new Refused(BOB, "Bob", null, RefusalReason.VERSION));
        take(new SessionOpened(EVE, "Eve", "127.0.0.1:5263"));
        assertEquals(1, shown.size());
        take(new SessionOpened(BOB, "Bob", "127.0.0.1:5263"));
        assertEquals(List.of(), shown);
    }

    @Test
    void aFullDiskIsOverWhenSomethingIsStoredAgain() {
        var files = PlainRecords.transferred(new NodeEvent.TransferId("0f", "1e", BOB, io.landline.peer.Direction.IN),
                "Bob", 1, 5, new NodeEvent.Moved(5, 1), List.of(), null, null);
        for (NodeEvent stored : List.of(messageOf(BOB, "#class"), files)) {
            take(new Failure(FailureCode.STORAGE, "in English"));
            take(stored);
            assertEquals(List.of(), shown);
        }
    }

    private static Message messageOf(Fingerprint person, String conversation) {
        return new Message(Instant.EPOCH, conversation, person, "Bob", new EntryPlace(new EntryId(0, 1), "0f", 1),
                PlainRecords.words("hello"), Instant.EPOCH);
    }

    @Test
    void theActionThatHelpsIsInTheNotice() {
        take(reached(BOB, "#class", Limit.DAY));
        take(reached(BOB, "#class", Limit.LOGS));
        take(new Warning(WarningCode.SHARED_PORT, "in English", List.of("5263")));
        for (Remedy remedy : remedies) remedy.act().run();
        assertEquals(List.of("conversation #class", "person " + BOB.brief(), "doctor"), window.told);
    }
}
