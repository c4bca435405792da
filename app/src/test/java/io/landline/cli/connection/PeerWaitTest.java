package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long a command waits for members of a room with a node of its own.
class PeerWaitTest {
    /// A node that is in one room, with what it tells next.
    private static class OwnNode extends NodeConnection {
        final Deque<JsonObject> lines = new ArrayDeque<>();
        private final String conversation;

        OwnNode(String conversation, String... events) {
            this.conversation = conversation;
            for (String each : events) lines.add(JsonParser.parseString(each).getAsJsonObject());
        }

        @Override
        protected @Nullable JsonObject take(Duration patience) {
            return lines.poll();
        }

        @Override
        protected void give(JsonObject command) {
            JsonObject answer = conversation.isEmpty()
                    ? JsonParser.parseString("{\"event\":\"failed\",\"code\":\"no-room\"}").getAsJsonObject()
                    : JsonLines.ok();
            answer.add("id", command.get("id"));
            if (!conversation.isEmpty()) answer.addProperty("conversation", conversation);
            lines.addFirst(answer);
        }

        @Override
        public boolean isOwn() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static String joined(String room) {
        return "{\"event\":\"joined\",\"peer\":\"aa\",\"name\":\"Bob\",\"room\":\"" + room + "\"}";
    }

    private static List<String> left(OwnNode node, String to) throws Exception {
        var terminal = new Terminal(false, Terminal.Colour.NEVER);
        new PeerWait(node, terminal).awaitMember(to);
        var left = new ArrayList<String>();
        for (JsonObject each; (each = node.take(Duration.ZERO)) != null;) left.add(each.get("event").getAsString());
        return left;
    }

    @Test
    void aMemberOfTheRoomThatIsMeantEndsTheWaitHoweverTheRoomWasNamed() throws Exception {
        String last = "{\"event\":\"bye\"}";
        for (String to : List.of("#class", "room:class", "#class~3f", "room:CLASS~3f")) {
            var node = new OwnNode("#class~3f", joined("#class"), joined("#class~3f"), last);
            assertEquals(List.of("bye"), left(node, to), to);
        }
        var open = new OwnNode("#court", joined("#court (open)"), last);
        assertEquals(List.of("bye"), left(open, "#court"));
    }

    /// Who has just started may have heard of a box by word of mouth alone.
    @Test
    void aBoxThatIsNotHereYetIsWaitedForWithANodeOfTheCommandsOwn() throws Exception {
        String box = "{\"event\":\"collect\",\"id\":\"b0\"}";
        var node = new OwnNode("", joined("#class"), box) {
            @Override
            protected void give(JsonObject command) {
                JsonObject answer = lines.size() == 0
                        ? JsonLines.ok()
                        : JsonParser
                                .parseString("{\"event\":\"failed\",\"code\":\"no-message\"}")
                                .getAsJsonObject();
                answer.add("id", command.get("id"));
                lines.addFirst(answer);
            }
        };
        var terminal = new Terminal(false, Terminal.Colour.NEVER);
        JsonObject answer = new PeerWait(node, terminal).commandOnBox(JsonLines.command("hand-in"));
        assertEquals("ok", answer.get("event").getAsString());
    }

    @Test
    void aShortNameIsNoBeginningOfAFingerprint() {
        JsonObject zoe = JsonParser
                .parseString("{\"event\":\"refused\",\"name\":\"Zoe\",\"peer\":\"" + "ada1c0de".repeat(8) + "\"}")
                .getAsJsonObject();
        assertFalse(PeerWait.isMeant(zoe, "Ada"), "somebody else's key is no answer to it");
        assertTrue(PeerWait.isMeant(zoe, "zoe"));
        assertTrue(PeerWait.isMeant(zoe, "ADA1C0DE"));
    }

    @Test
    void nobodyIsWaitedForInARoomThatIsNotHere() throws Exception {
        var node = new OwnNode("", joined("#other"));
        assertEquals(List.of("joined"), left(node, "#nowhere"));
    }

    /// A command said nothing for ten seconds.
    @Test
    void thatTheHistoryIsHeldIsToldWhileTheAnswerIsWaitedFor() throws Exception {
        String sentence = "Another program holds the history in history.db, so nothing can be kept now. Landline tries"
                + " again; end that program or wait until it is done.";
        String held = "{\"event\":\"warning\",\"code\":\"history-held\",\"message\":\"" + sentence + "\"}";
        var node = new OwnNode("#class") {
            @Override
            protected void give(JsonObject command) {
                super.give(command);
                lines.addFirst(JsonParser.parseString(held).getAsJsonObject());
                lines.addFirst(JsonParser.parseString(joined("#class")).getAsJsonObject());
            }
        };
        var told = new ArrayList<String>();
        node.whileHeld(told::add);
        node.command(JsonLines.command("say", "to", "#class"));
        assertEquals(List.of(sentence), told);
        assertEquals(List.of("joined", "warning"), List.of(EventFields.text(node.next(Duration.ZERO), "event"),
                EventFields.text(node.next(Duration.ZERO), "event")), "events stay for who waits for them");
    }
}
