package io.landline.ui.chats;

import io.landline.node.port.Chats.Delivery;
import io.landline.peer.Fingerprint;
import java.util.List;

/// A conversation with bold letters, code, lists and called names, for pictures and tests.
final class MarkupConversation {
    static final String KEY = "#class";
    private static final Fingerprint ANNA = FakeChats.peer(3);
    private static final List<String> TEXTS = List.of(
            "The exam is **on Friday**, *not* on Thursday. Call `listen()` before `accept()`, as in"
                    + " `int s = listen(fd, 5)`.",
            "What I have so far:\n```java\ntry (var server = new ServerSocket(0)) {\n    System.out.println(server.getLocalPort());\n"
                    + "    Socket client = server.accept(); // waits here for a very long time, if nobody comes at all\n}\n```\nIt hangs.",
            "To do:\n- read chapter **4**, all of it, with the exercises at its end and the solutions of last year\n"
                    + "- https://example.org/slides\n  - the first ten\n  - and `select.c`\n10. send it",
            "```\nls -l\n```", "- שלום לכולם, הדוגמה כאן\n- **שני** `code`",
            "2*3*4 and a_long_name stay as they are \uD83D\uDC4D **yes \uD83D\uDC4D**");

    private MarkupConversation() {}

    static void fill(Fixture fixture) {
        fixture.chats.room("class", true, 0);
        for (int i = 0; i < TEXTS.size(); i++) {
            boolean own = i % 3 == 1;
            fixture.chats.text(KEY, 1 + i, own ? Fixture.SELF : ANNA, own ? "" : "Anna",
                    FakeChats.START.plusSeconds(60L * i), TEXTS.get(i), own ? new Delivery(2, 1) : Delivery.NOWHERE);
        }
    }
}
