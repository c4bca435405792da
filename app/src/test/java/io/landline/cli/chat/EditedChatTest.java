package io.landline.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.ExitCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a chat does with each line that is typed, and with each event.
class EditedChatTest extends ChatOnALine {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /to | /to takes a room or a person.
            /share | /share takes yes or no.
            /share maybe | /share takes yes or no.
            /who | Nobody else is here.
            /share yes | Stored.
            /status here | Said.
            """)
    void aCommandIsAnsweredInALine(String typed, String said) throws Exception {
        assertEquals(List.of(said), typed(typed));
        assertEquals(2, line.wanted, "the person types on");
    }

    @Test
    void aMistypedCommandOrStateIsTakenForTheNearestOne() throws Exception {
        node.answers.put("status of ours", json(REFUSED));
        assertEquals(List.of("There is no /hlp. /help shows what there is; a message that begins with a slash begins"
                + " with two. Did you mean /help?", "No such state. Did you mean away?", "No such state.",
                "No such state."), typed("/hlp", "/status awya", "/status sleepy", "/status away"));
    }

    /// A text could pad itself until a row began as if somebody else had said it.
    @Test
    void noRowOfALongMessageBeginsAsAMessageDoes() throws Exception {
        line.columns = 40;
        type("/quit");
        run(history("#class", json("{'event':'message','conversation':'#class','id':'01','author':'" + BOB
                + "','name':'Bob','text':'well" + " ".repeat(60) + "Ada: yes','written':'2026-11-20T16:20:01.114Z'}")));
        assertEquals(3, line.lines().size());
        for (String row : line.lines().subList(1, 3)) assertTrue(row.startsWith("    "), row);
        assertTrue(line.lines().getLast().endsWith(" Ada: yes"));
    }

    @Test
    void whatACommandLacksIsAskedOfNoNode() throws Exception {
        typed("/to", "/share maybe", "", "/nonsense");
        assertEquals(List.of(), node.did("history"));
        assertEquals(List.of(), node.did("share-activity"));
        assertEquals(List.of(), node.did("say"));
    }

    @Test
    void aStateIsAWordAndItsTextTheRest() throws Exception {
        typed("/status busy", "/status away  at lunch ", "/share no", "/share yes");
        assertEquals(List.of("{}", "{'state':'busy'}", "{'state':'away','text':'at lunch'}"), node.did("status"));
        assertEquals(List.of("{'on':false}", "{'on':true}"), node.did("share-activity"));
    }

    /// It was said that all is well.
    @Test
    void aTextOfWhichSomeIsLeftOutIsToldSo() throws Exception {
        assertEquals(List.of("Said.", "Said.", "A text has at most 80 characters; the rest is left out."),
                typed("/status away " + "x".repeat(80), "/status away " + "x".repeat(81)));
    }

    @ParameterizedTest
    @CsvSource({"/to Cem,history", "/share no,share-activity", "hello,say", "/status asleep,status of ours"})
    void whatTheNodeRefusesIsSaidAndTheConversationStays(String typed, String asked) throws Exception {
        node.answers.put(asked, json(REFUSED));
        assertEquals(List.of("No such state."), typed(typed));
        assertEquals("#class> ", line.prompt);
    }

    @Test
    void whoIsHereIsNamedWithDigitsAStateAndRooms() throws Exception {
        node.answers.put("peers", json("{'event':'ok','peers':[{'peer':'" + BOB
                + "','name':'Bo\\u001bb','state':'away','text':'at lunch','joined':['#class','#a\\u202e']},{'peer':'"
                + OWN + "','name':'Cem','joined':[]}]}"));
        assertEquals(List.of("Bo\\x1bb  bbbbbbbb  away: at lunch  #class  #a\\u202e",
                "Not in this room, but on the network: 1. landline peers lists them."), typed("/who"));
    }

    @Test
    void helpNamesEachCommand() throws Exception {
        List<String> lines = typed("/help");
        for (ChatLine.Command each : ChatLine.Command.values()) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith(each.typed() + "  ")), each.typed());
        }
    }

    @Test
    void quitEndsItWellAndCtrlCAsAnInterruption() throws Exception {
        type("/quit");
        assertEquals(ExitCode.DONE, run(history("#class")));
        line.inputs.clear();
        line.inputs.add(Optional.of(new EditedLine.Interrupted()));
        assertEquals(ExitCode.INTERRUPTED, run(history("#class")));
    }

    @Test
    void eachConversationElsewhereIsNamedOnceUntilOneHasBeenThere() throws Exception {
        node.answers.put("history", history("#other"));
        node.events.addAll(List.of(said("#other", "Bob", "one"), said("#other", "Bob", "two"),
                said(BOB, "Bob", "for you")));
        line.inputs.add(Optional.empty());
        type("/to #other");
        line.inputs.add(Optional.empty());
        type("/to #other");
        run(history("#class"));
        assertEquals(List.of("Bob wrote in #other. /to goes there.",
                "Bob wrote in your direct conversation. /to goes there."), line.lines());
        assertEquals("#other> ", line.prompt);
    }

    @Test
    void whatIsSaidHereIsReadHere() throws Exception {
        List<String> lines = told(said("#class", "Bob", "hello"));
        assertTrue(lines.getFirst().endsWith("  Bob: hello"), lines::toString);
    }

    @Test
    void anActIsToldWhereItWasDoneAndAStateEverywhere() throws Exception {
        JsonObject reacted = json(
                "{'event':'reacted','conversation':'#class','name':'Bob','emoji':'+','on':true,'text':'x'," + AT
                        + "}");
        JsonObject elsewhere = reacted.deepCopy();
        elsewhere.addProperty("conversation", "#other");
        JsonObject read = json("{'event':'read','conversation':'#class','name':'Bob'," + AT + "}");
        JsonObject busy = json("{'event':'status','name':'Bob','state':'busy'," + AT + "}");
        JsonObject nothing = json("{'event':'status','name':'Bob','state':'here'," + AT + "}");
        List<String> lines = told(reacted, elsewhere, read, busy, nothing);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getLast().endsWith("  Bob is busy."), lines::toString);
    }

    /// Else its author is told for ever that it was not read.
    @Test
    void whatIsShownHereCountsAsRead() throws Exception {
        told(said("#other", "Bob", "elsewhere"));
        assertEquals(List.of(), node.did("read"));
        told(said("#class", "Bob", "one"), said("#class", "Bob", "two"));
        assertEquals(List.of("{'conversation':'#class'}"), node.did("read"), "once for both");
    }

    @Test
    void whatWasThereBeforeCountsAsReadOnceItIsShown() throws Exception {
        node.answers.put("history", history("#other", said("#other", "Bob", "hello")));
        type("/to #other");
        run(history("#class", said("#class", "Bob", "hello")));
        assertEquals(List.of("{'conversation':'#class'}", "{'conversation':'#other'}"), node.did("read"));
    }

    /// Who has mistyped a word would write to nobody, and wonder.
    @Test
    void whoHasAnotherKeyForThisRoomIsNamedOnce() throws Exception {
        JsonObject refused = json("{'event':'refused','peer':'" + BOB
                + "','name':'Bob','room':'#class','reason':'wrong-key'," + AT + "}");
        JsonObject elsewhere = refused.deepCopy();
        elsewhere.addProperty("room", "#other");
        JsonObject stranger = refused.deepCopy();
        stranger.addProperty("reason", "no-common-room");
        assertEquals(List.of("Bob has another key for #class: compare the words, aloud. Nothing was sent."),
                told(elsewhere, stranger, refused, refused));
    }

    @Test
    void onlyTheLastMessageIsToldToBeDeliveredAndOnlyOnce() throws Exception {
        type("one");
        for (String each : List.of("'log':'01','seq':6", "'log':'02','seq':7", "'log':'01','seq':7",
                "'log':'01','seq':8")) {
            node.events.add(json("{'event':'delivered','conversation':'#class'," + AT + "," + each + "}"));
        }
        line.inputs.add(Optional.empty());
        run(history("#class"));
        List<String> lines = line.lines();
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getFirst().endsWith("  Ada: one"), lines::toString);
        assertTrue(lines.getLast().endsWith("  Delivered."), lines::toString);
    }

    @Test
    void aFloodIsPrintedInParts() throws Exception {
        for (int i = 0; i < 150; i++) node.events.add(said("#class", "Bob", "flood " + i));
        line.inputs.add(Optional.empty());
        line.inputs.add(Optional.empty());
        run(history("#class"));
        assertEquals(List.of(100L, 50L), line.printed.stream().map(each -> each.toString().lines().count()).toList());
    }

    @Test
    void theNodeIsToldOnceASecondAtMostThatThePersonTypes() throws Exception {
        line.typed = true;
        line.inputs.add(Optional.empty());
        line.inputs.add(Optional.empty());
        run(history("#class"));
        assertEquals(List.of("{'to':'#class'}"), node.did("typing"));
    }

    @Test
    void aDirectConversationIsNamedByThePersonAndColoursAreTheirs() throws Exception {
        line.colours = 256;
        run(history(BOB, said(BOB, "Bob", "hello")));
        assertEquals("Bob> ", line.prompt);
        assertTrue(line.printed.getFirst().toAnsi().contains("\u001b["), line.printed::toString);
    }
}
