package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.words.WordsChange.State;
import io.landline.node.conversation.History;
import io.landline.node.conversation.Retention;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.MessageActs;
import io.landline.node.port.NodeEvent.Deleted;
import io.landline.node.port.NodeEvent.Edited;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PinnedMessage;
import io.landline.node.port.NodeEvent.Reacted;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A room gets new words: real nodes on the loopback interface.
class NewWordsTest extends LoopbackNodes {
    static void say(RunningForTest from, String text, RunningForTest... to) throws Exception {
        int[] since = new int[to.length];
        for (int i = 0; i < to.length; i++) since[i] = to[i].position();
        from.node.chats().say("#class", text);
        for (int i = 0; i < to.length; i++) to[i].await(Message.class, e -> e.text().equals(text), since[i]);
    }

    static List<String> texts(RunningForTest of) throws CommandException {
        return of.node.chats()
                .page("#class", null, 100)
                .items()
                .stream()
                .map(each -> switch (each) {
                    case TimelineItem.Text said -> said.text();
                    case TimelineItem.NewWords change -> "* " + (change.own() ? "own" : change.name());
                    default -> each.toString();
                })
                .toList();
    }

    private static List<String> found(RunningForTest of, String words) throws CommandException {
        List<TimelineItem> here = of.node.chats().search("#class", words, 10).items();
        List<Chats.Found> everywhere = of.node.chats().searchAll(Filter.words(words), 10).found();
        assertEquals(here, everywhere.stream().map(Chats.Found::item).toList());
        return here.stream()
                .map(each -> each instanceof TimelineItem.Text said ? said.text() : each.toString())
                .toList();
    }

    static OfferedWords offer(RunningForTest of) throws Exception {
        of.await(WordsChanged.class, e -> e.state() == State.OFFERED);
        return of.node.rooms().offeredWords().getLast();
    }

    static void awaitJoinedAnew(RunningForTest one, RunningForTest other, int since) throws Exception {
        one.await(Joined.class, e -> e.peer().equals(other.node.fingerprint()), since);
    }

    @Test
    void theConversationGoesOnWithWhoTakesTheWordsAndWhoWasNotChosenStaysBehind() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cem = start("Cem")) {
            ada.awaitJoined(ben);
            ada.awaitJoined(cem);
            ben.awaitJoined(cem);
            say(cem, "before", ada, ben);
            int here = ada.position();
            OwnRoom now = ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
            assertEquals("#class", now.key());
            assertNotEquals(RunningForTest.KEY, now.words());
            OfferedWords offer = offer(ben);
            assertEquals(ada.node.fingerprint(), offer.author());
            assertEquals("#class", offer.key());
            ada.await(WordsGiven.class, e -> e.peer().equals(ben.node.fingerprint()));
            assertEquals(Map.of(), ada.node.rooms().lackingWords("#class"));
            assertEquals(RunningForTest.KEY, ben.node.rooms().rooms().getFirst().words(), "not before it is taken");
            assertEquals(now.words(), ben.node.rooms().takeWords(offer.change()).words());
            awaitJoinedAnew(ada, ben, here);
            say(ada, "among us", ben);
            int later = ada.position();
            cem.node.chats().say("#class", "still here?");
            say(ben, "yes", ada);
            assertEquals(List.of("before", "* own", "among us", "yes"), texts(ada));
            assertEquals(List.of("before", "* Ada", "among us", "yes"), texts(ben));
            assertEquals(List.of("before", "still here?"), texts(cem));
            assertFalse(ada.all(Message.class).stream().anyMatch(e -> e.text().equals("still here?")), "hidden");
            assertTrue(later > 0);
            assertEquals(List.of(), cem.node.rooms().offeredWords());
            assertEquals(List.of("before", "among us", "yes"), ada.node.reader()
                    .history(History.Question.newest("#class", 10))
                    .messages()
                    .stream()
                    .map(Message::text)
                    .toList());
            assertEquals(List.of("before"), found(ada, "before"));
            assertEquals(List.of(), found(ada, "still"));
            assertEquals(Code.NOT_POSSIBLE, assertThrows(CommandException.class,
                    () -> ada.node.rooms().join("class", RunningForTest.KEY)).code());
            assertEquals(1, ada.node.rooms().rooms().size());
        }
    }

    @Test
    void howLongAConversationIsKeptHoldsForWhatWasSaidBeforeAndAfterTheNewWords() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            say(ben, "before", ada);
            ConversationId old = onlyRoom(ada);
            ChatHistory history = ada.node.chats().history();
            history.keep("#class", Keep.QUARTER);
            ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
            ConversationId next = onlyRoom(ada);
            assertNotEquals(old, next);
            Retention retention = ada.node.parts.retention;
            assertEquals(Keep.QUARTER, history.kept("#class"));
            assertEquals(Keep.QUARTER, retention.of(old));
            history.keep("#class", Keep.MONTH);
            assertEquals(Keep.MONTH, retention.of(next));
            assertEquals(Keep.MONTH, retention.of(old));
            history.keep("#class", Keep.ALL);
            assertEquals(Keep.ALL, retention.of(old));
        }
    }

    private static ConversationId onlyRoom(RunningForTest of) {
        return ConversationId.of(of.node.parts.trust.rooms.all().getFirst().id());
    }

    @Test
    void whatWasSaidBeforeIsAnsweredEditedReactedToPinnedAndDeletedAndAllWhoWentAlongAgree() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cem = start("Cem")) {
            ada.awaitJoined(ben);
            ada.awaitJoined(cem);
            ben.awaitJoined(cem);
            say(ada, "apple", ben, cem);
            say(ben, "pear", ada, cem);
            EntryId apple = item(ada, 0).id();
            EntryId pear = item(ada, 1).id();
            int here = ada.position();
            ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
            ben.node.rooms().takeWords(offer(ben).change());
            awaitJoinedAnew(ada, ben, here);

            MessageActs acts = ada.node.acts();
            acts.edit(apple, "quince");
            ben.await(Edited.class, e -> e.on().target().equals(apple) && e.text().equals("quince"));
            acts.react(pear, "\uD83D\uDC4D", true);
            ben.await(Reacted.class, e -> e.on().target().equals(pear));
            acts.pin(pear, true);
            ben.await(PinnedMessage.class, e -> e.on().target().equals(pear));
            acts.say("#class", new MessageActs.Message("an answer", pear, Set.of()));
            Message answer = ben.await(Message.class, e -> e.text().equals("an answer"));
            assertEquals(pear, answer.words().reply());
            for (RunningForTest each : List.of(ada, ben)) {
                assertEquals(List.of("quince", "pear", "* " + (each == ada ? "own" : "Ada"), "an answer"), texts(each));
                assertEquals(List.of("quince"), history(each, "quince", History.From.NEWEST));
                assertEquals(List.of("quince"), history(each, "quince", History.From.OLDEST));
                assertEquals(List.of("quince", "pear", "an answer"), history(each, null, History.From.OLDEST));
                assertEquals(1, item(each, 1).head().reactions().size());
                assertEquals(List.of(pear), each.node.acts().pinned("#class").stream().map(TimelineItem::id).toList());
                assertEquals(item(each, 1).position(), ((TimelineItem.Text) item(each, 3)).quote().position());
                assertEquals(List.of("quince"), found(each, "quince"));
                assertEquals(List.of(), found(each, "apple"));
            }
            acts.delete(apple);
            ben.await(Deleted.class, e -> e.on().target().equals(apple));
            for (RunningForTest each : List.of(ada, ben)) {
                assertInstanceOf(TimelineItem.Deleted.class, item(each, 0));
                assertEquals(List.of(), found(each, "quince"));
            }
            assertEquals(List.of("apple", "pear"), texts(cem), "what is done in the new room stays there");
        }
    }

    private static List<String> history(RunningForTest of, @Nullable String words, History.From from)
            throws CommandException {
        return of.node.reader()
                .history(new History.Question("#class", words, from, 10, null, null, null))
                .messages()
                .stream()
                .map(Message::text)
                .toList();
    }

    private static TimelineItem item(RunningForTest of, int place) throws CommandException {
        return of.node.chats().page("#class", null, 100).items().get(place);
    }

    @Test
    void whoIsAwayGetsTheWordsLaterAlsoAfterARestartOfBoth() throws Exception {
        Fingerprint bens;
        try (var ada = start("Ada")) {
            try (var ben = start("Ben")) {
                bens = ben.node.fingerprint();
                ada.awaitJoined(ben);
                ben.awaitJoined(ada);
            }
            ada.node.rooms().changeWords("#class", "stone cloud lamp tiger", Set.of(bens));
            ada.node.chats().say("#class", "while you were away");
            assertEquals(Map.of(bens, "Ben"), ada.node.rooms().lackingWords("#class"));
            Contact awaited = ada.node.contacts().contacts().getFirst();
            assertEquals(List.of("#class"), awaited.awaited());
            assertFalse(awaited.isIn("#class"), "he has no new words yet");
        }
        try (var ada = RunningForTest.start(folder, "Ada", udpPort, null);
                var ben = RunningForTest.start(folder, "Ben", udpPort, null)) {
            assertEquals("stone cloud lamp tiger", ada.node.rooms().rooms().getFirst().words());
            OfferedWords offer = offer(ben);
            ben.node.rooms().takeWords(offer.change());
            ben.await(Message.class, e -> e.text().equals("while you were away"));
            assertTrue(ada.node.contacts().contacts().getFirst().isIn("#class"));
            assertEquals(List.of("* Ada", "while you were away"), texts(ben));
        }
    }

    @Test
    void wordsOfAVerifiedPersonAreTakenUnasked() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ben.node.contacts().setVerified(ada.node.fingerprint(), true);
            String words = ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint())).words();
            ben.await(WordsChanged.class, e -> e.state() == State.TAKEN);
            assertEquals(words, ben.node.rooms().rooms().getFirst().words());
            assertEquals(List.of(), ben.node.rooms().offeredWords());
        }
    }

    @Test
    void whoTurnsWordsDownStaysAndIsNotAskedAgain() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
            ben.node.rooms().declineWords(offer(ben).change());
            assertEquals(List.of(), ben.node.rooms().offeredWords());
            assertEquals(RunningForTest.KEY, ben.node.rooms().rooms().getFirst().words());
            CommandException no = assertThrows(CommandException.class,
                    () -> ben.node.rooms().takeWords("00".repeat(16)));
            assertEquals(Code.NOT_POSSIBLE, no.code());
        }
    }

    @Test
    void wordsAreChangedTwiceWhileSomebodyIsAwayAndBothStepsAreTakenAtOnce() throws Exception {
        Fingerprint bens;
        try (var ada = start("Ada")) {
            try (var ben = start("Ben")) {
                bens = ben.node.fingerprint();
                ada.awaitJoined(ben);
                ben.awaitJoined(ada);
                say(ben, "one", ada);
                knows(ben, ada);
            }
            ada.node.rooms().changeWords("#class", null, Set.of(bens));
            ada.node.chats().say("#class", "two");
            CommandException no = assertThrows(CommandException.class,
                    () -> ada.node.rooms().changeWords("#class", RunningForTest.KEY, Set.of()));
            assertEquals(Code.NOT_POSSIBLE, no.code(), "the room had these words before");
            OwnRoom last = ada.node.rooms().changeWords("#class", null, Set.of(bens));
            ada.node.chats().say("#class", "three");
            try (var ben = RunningForTest.start(folder, "Ben", udpPort, null)) {
                ben.await(WordsChanged.class, e -> e.change().equals(idOf(ada)));
                List<OfferedWords> offers = ben.node.rooms().offeredWords();
                assertEquals(List.of("#class", "#class"), offers.stream().map(OfferedWords::key).toList());
                assertEquals(last.words(),
                        ben.node.rooms().takeWords(ben.node.rooms().offeredWords().getLast().change()).words());
                ben.await(Message.class, e -> e.text().equals("three"));
                ben.await(Message.class, e -> e.text().equals("two"));
                assertEquals(List.of("one", "* Ada", "two", "* Ada", "three"), texts(ben), "no gap");
                assertEquals(List.of("one", "* own", "two", "* own", "three"), texts(ada));
            }
        }
    }

    /// Words are stretched while they are taken, which takes its time.
    @Test
    void whoLeavesARoomWhileItsNewWordsAreTakenIsNotInItAfterwards() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
            ben.await(WordsChanged.class, e -> e.change().equals(idOf(ada)));
            String change = idOf(ada);
            Thread takes = Thread.ofPlatform().start(() -> {
                try {
                    ben.node.rooms().takeWords(change);
                } catch (CommandException e) {
                    throw new AssertionError(e);
                }
            });
            while (!isStretching(takes)) assertTrue(takes.isAlive(), "it is over before anybody could leave");
            ben.node.rooms().leave("#class");
            takes.join();
            assertEquals(List.of(), ben.node.rooms().rooms());
        }
    }

    /// Words of somebody who was written to are checked however long that takes here.
    private static void knows(RunningForTest one, RunningForTest other) throws CommandException {
        one.node.chats().say(other.node.fingerprint().hex(), "hello");
    }

    private static boolean isStretching(Thread thread) {
        return Arrays.stream(thread.getStackTrace()).anyMatch(each -> each.getMethodName().equals("keyed"));
    }

    @Test
    void wordsThatAreTakenOneAfterTheOtherLeaveNoGapEither() throws Exception {
        try (var ada = start("Ada")) {
            Fingerprint bens;
            try (var ben = start("Ben")) {
                bens = ben.node.fingerprint();
                ada.awaitJoined(ben);
                ben.awaitJoined(ada);
            }
            ada.node.rooms().changeWords("#class", null, Set.of(bens));
            ada.node.chats().say("#class", "two");
            ada.node.rooms().changeWords("#class", null, Set.of(bens));
            ada.node.chats().say("#class", "three");
            try (var ben = RunningForTest.start(folder, "Ben", udpPort, null)) {
                ben.await(WordsChanged.class, e -> e.change().equals(idOf(ada)));
                for (OfferedWords each : ben.node.rooms().offeredWords()) ben.node.rooms().takeWords(each.change());
                ben.await(Message.class, e -> e.text().equals("three"));
                ben.await(Message.class, e -> e.text().equals("two"));
                assertEquals(List.of("* Ada", "two", "* Ada", "three"), texts(ben));
            }
        }
    }

    static String idOf(RunningForTest of) {
        return of.node.reader().rooms().getFirst().id().hex();
    }

    @Test
    void onlyMembersAreChosen() throws Exception {
        try (var ada = start("Ada")) {
            Rooms rooms = new Rooms(ada);
            rooms.refused(Code.NOT_A_MEMBER, "#class", Set.of(Fingerprint.parse("ab".repeat(32))));
            ada.node.rooms().join("lobby", null);
            rooms.refused(Code.NOT_POSSIBLE, "#lobby", Set.of());
        }
    }

    private record Rooms(RunningForTest of) {
        void refused(Code code, String room, Set<Fingerprint> chosen) {
            CommandException no = assertThrows(CommandException.class,
                    () -> of.node.rooms().changeWords(room, null, chosen));
            assertEquals(code, no.code());
        }
    }
}
