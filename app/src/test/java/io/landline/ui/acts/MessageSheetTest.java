package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.MessageActs.Version;
import io.landline.node.port.MessageActs.Voter;
import io.landline.node.port.MessageActs.Votes;
import io.landline.node.port.MessageNotes.Receiver;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// What became of a message.
class MessageSheetTest extends ApplicationTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-20T09:00:00Z");

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private Stage stage;

    @Override
    public void start(Stage shown) {
        stage = shown;
        node.chats.room("class", true, 0);
        for (int i = 1; i <= 4; i++) {
            node.people.put(FakeChats.peer(i),
                    PlainRecords.contact(FakeChats.peer(i), "Person " + i, Set.of(Trait.MEMBER),
                            i == 4 ? List.of("#other") : List.of("#class"), List.of(), List.of()));
        }
    }

    private TimelineItem said(boolean own) {
        return said("#class", own);
    }

    private TimelineItem said(String conversation, boolean own) {
        return node.chats.text(conversation, 1, own ? FakeNode.SELF : FakeChats.peer(1), "hello");
    }

    /// The lines of the sheet, without the head and the message.
    private List<String> lines(TimelineItem item) {
        return lines("#class", item);
    }

    private List<String> lines(String conversation, TimelineItem item) {
        var sheet = new MessageSheet[1];
        interact(() -> {
            sheet[0] = new MessageSheet(window.context(node), conversation, item, () -> {});
            stage.setScene(new Scene(sheet[0].view(), 500, 600));
            stage.show();
            sheet[0].shown();
        });
        var lines = new ArrayList<String>();
        from(lookup(".acts-parts")).lookup(".label").queryAllAs(Labeled.class).forEach(each -> {
            if (!lines.contains(each.getText())) lines.add(each.getText());
        });
        interact(sheet[0]::close);
        return lines.stream()
                .map(each -> each.replaceAll("[\u200E\u2068\u2069]", "").replaceAll(" · .*", " · time"))
                .toList();
    }

    @Test
    void whoReadItHasItAndWaitsForItIsListedWithTheTimesThatAreKnown() {
        node.chats.notes.receivers = List.of(
                new Receiver(FakeChats.peer(1), "Person 1", WRITTEN, true, WRITTEN.plusSeconds(9)),
                new Receiver(FakeChats.peer(2), "Person 2", null, false, null));
        assertEquals(List.of("Read by", "Person 1 · time", "Delivered to", "Person 2", "Not there yet", "Person 3"),
                lines(said(true)), "who is in another room does not count");
    }

    @Test
    void whoWaitsForItInARoomWithoutWordsIsListedToo() {
        node.chats.add(PlainRecords.conversation("#lobby", Chats.Kind.OPEN_ROOM, "lobby", null, true, 0, null));
        node.people.put(FakeChats.peer(5), PlainRecords.contact(FakeChats.peer(5), "Person 5", Set.of(Trait.MEMBER),
                List.of("#lobby (open)"), List.of(), List.of()));
        assertEquals(List.of("Not there yet", "Person 5"), lines("#lobby", said("#lobby", true)));
    }

    private static Silent silent(int person) {
        return new Silent(FakeChats.peer(person), "Person " + person, false);
    }

    private TimelineItem poll(boolean hidden) {
        TimelineItem.Head head = said(false).head();
        return new TimelineItem.PollItem(head, "Who is here?",
                List.of(new TimelineItem.Option("I am", 2), new TimelineItem.Option("Later", 0)),
                false, hidden, false, Set.of(0), 2);
    }

    @Test
    void ofAPollItIsListedWhoChoseWhatAndWhoHasNotAnswered() {
        node.chats.acts.votes = new Votes(List.of(new Voter(FakeChats.peer(1), "Person 1", false, Set.of(0)),
                new Voter(FakeNode.SELF, "Me", true, Set.of(0))), List.of(silent(2), silent(3)));
        assertEquals(List.of("I am: 2", "Person 1", "You", "No answer", "Person 2", "Person 3"), lines(poll(false)));
    }

    @Test
    void whoReadsTheListStandsAmongThoseWhoHaveNotAnswered() {
        node.chats.acts.votes = new Votes(List.of(new Voter(FakeChats.peer(1), "Person 1", false, Set.of(1))),
                List.of(silent(2), new Silent(FakeNode.SELF, "Me", true), silent(3)));
        assertEquals(List.of("Later: 1", "Person 1", "No answer", "You", "Person 2", "Person 3"), lines(poll(false)),
                "the count is as new as the names");
    }

    @Test
    void ofVeryManyPeopleSomeAreListedAndTheOthersCounted() {
        node.chats.acts.votes = new Votes(IntStream.rangeClosed(1, MessageSheet.LINES_MAX + 7)
                .mapToObj(i -> new Voter(FakeChats.peer(i), "Voter " + i, false, Set.of(0)))
                .toList(), List.of(new Silent(FakeNode.SELF, "Me", true)));
        List<String> lines = lines(poll(false));
        assertEquals("7 more", lines.get(MessageSheet.LINES_MAX + 1), "behind the heading and the people");
        assertEquals(List.of("No answer", "1 more"), lines.subList(MessageSheet.LINES_MAX + 2, lines.size()));
    }

    @Test
    void ofAPollThatShowsNothingYetNobodyIsListed() {
        assertEquals(List.of(), lines(poll(true)));
        node.chats.acts.votes = new Votes(List.of(), List.of(silent(1), silent(2)));
        assertEquals(List.of(), lines(poll(false)), "and of one in which nobody voted");
    }

    @Test
    void ofAnothersMessageOnlyWhatItSaidBeforeIsTold() {
        node.chats.acts.versions = List.of(new Version(WRITTEN, "helo"), new Version(WRITTEN, "hello"));
        List<String> lines = lines(said(false));
        assertEquals("What it said", lines.getFirst());
        assertEquals(List.of("helo", "hello"),
                lines.stream().skip(1).map(each -> each.substring(each.indexOf('\n') + 1)).toList());
    }
}
