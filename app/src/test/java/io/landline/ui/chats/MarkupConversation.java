package io.landline.ui.chats;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.chat.TimelinePosition;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.TimelineItem.Called;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Text;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.util.List;
import java.util.Set;

/// A conversation with bold letters, code, lists and called names, for pictures and tests.
final class MarkupConversation {
    static final String KEY = "#class";
    private static final Fingerprint ANNA = FakeChats.peer(3);
    private static final List<String> TEXTS = List.of(
            "The exam is **on Friday**, *not* on Thursday. Call `listen()` before `accept()`, as in"
                    + " `int s = listen(fd, 5)`.",
            "What I have so far:\n```java\ntry (var server = new ServerSocket(0)) {\n"
                    + "    System.out.println(server.getLocalPort());\n"
                    + "    Socket client = server.accept(); // waits here for a very long time, if nobody comes\n"
                    + "}\n```\nIt hangs.",
            "To do:\n- read chapter **4**, all of it, with the exercises at its end and the solutions of last year\n"
                    + "- https://example.org/slides\n  - the first ten\n  - and `select.c`\n10. send it",
            "```\nls -l\n```", "- שלום לכולם, הדוגמה כאן\n- **שני** `code`",
            "2*3*4 and a_long_name stay as they are \uD83D\uDC4D **yes \uD83D\uDC4D**");

    private MarkupConversation() {}

    static void fill(Fixture fixture) {
        Set<Choice> choices = Set.of(Choice.MENTIONS_ONLY);
        fixture.chats.add(PlainRecords.conversation(KEY, Kind.ROOM, "class", null, true, 0, choices, null));
        fixture.roster.saying(ANNA, "Anna", new PersonStatus(State.BUSY, "exam until four", false), "#class");
        fixture.roster.member(Fixture.MAX, "Max", false, "#class");
        fixture.roster.member(FakeChats.peer(83), "Max", true, "#class");
        fixture.roster.saying(FakeChats.peer(14), "Martina \ud83c\udf3b", new PersonStatus(State.AWAY, "", false),
                "#class");
        for (int i = 0; i < TEXTS.size(); i++) {
            boolean own = i % 3 == 1;
            fixture.chats.text(KEY, 1 + i, own ? Fixture.SELF : ANNA, own ? "" : "Anna",
                    FakeChats.START.plusSeconds(60L * i), TEXTS.get(i), own ? new Delivery(2, 1) : Delivery.NOWHERE);
        }
        var position = new TimelinePosition(20, ANNA, 20, 1);
        var head = new Head(position, new EntryId(0, 20), ANNA, "Anna", false, FakeChats.START.plusSeconds(900),
                Delivery.NOWHERE);
        fixture.chats.put(KEY, new Text(head, "@Me and @Max, can you look at this before four?", 0, null,
                List.of(new Called(Fixture.SELF, "Me", true), new Called(Fixture.MAX, "Max", false))));
    }
}
