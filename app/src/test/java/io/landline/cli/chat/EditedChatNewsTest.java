package io.landline.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a chat tells of what comes in: from others, from this user elsewhere, and of files.
class EditedChatNewsTest extends ChatOnALine {
    @Test
    void whatThisUserSaysInTheWindowMeanwhileIsShownAndIsNoNews() throws Exception {
        List<String> lines = told(ownSaid("#class", "0f", "from the window"), ownSaid("#other", "10", "elsewhere"));
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().endsWith("  Ada: from the window"), lines::toString);
        assertEquals(List.of(), node.did("read"));
        assertEquals(List.of(), names.people());
    }

    @Test
    void whatIsSaidHereIsShownOnceThoughTheNodeTellsItToo() throws Exception {
        node.events.add(ownSaid("#class", "0e", "hello"));
        type("hello");
        line.inputs.add(Optional.empty());
        run(history("#class"));
        assertEquals(1, line.lines().size(), line.lines()::toString);
    }

    /// The node answers both before it tells of them, where it stored them together.
    @Test
    void whatIsSaidInTheWindowJustBeforeStandsAboveWhatIsSaidHere() throws Exception {
        node.events.addAll(List.of(said("#class", "Bob", "first"), ownSaid("#class", "0d", "from the window"),
                ownSaid("#class", "0e", "hello"), said("#class", "Bob", "last")));
        type("hello");
        line.inputs.add(Optional.empty());
        run(history("#class"));
        assertEquals(List.of("first", "from the window", "hello", "last"),
                line.lines().stream().map(each -> each.substring(each.lastIndexOf(": ") + 2)).toList());
    }

    @Test
    void whatIsSaidHereStandsAboveItsDeliveryWhereTheNodeDoesNotTellIt() throws Exception {
        node.events.add(json("{'event':'delivered','conversation':'#class','peer':'" + BOB + "','author':'" + OWN
                + "','log':'01','seq':7," + AT + "}"));
        type("hello");
        line.inputs.add(Optional.empty());
        run(history("#class"));
        assertEquals(2, line.lines().size(), line.lines()::toString);
        assertTrue(line.lines().getFirst().endsWith("  Ada: hello"), line.lines()::toString);
    }

    /// What was typed seemed to hang.
    @Test
    void thatAnotherProgramHoldsTheHistoryIsToldAndWhenItIsFree() throws Exception {
        List<String> lines = told(
                json("{'event':'warning','code':'history-held','message':'It is held.'," + AT + "}"),
                json("{'event':'warning','code':'slowed','message':'Of no message.'," + AT + "}"),
                json("{'event':'warning','code':'history-free','message':'It is free.'," + AT + "}"));
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getFirst().endsWith("It is held."), lines::toString);
        assertTrue(lines.getLast().endsWith("It is free."), lines::toString);
    }

    @Test
    void whatThisUserDoesWithAMessageElsewhereIsTold() throws Exception {
        List<String> lines = told(json("{'event':'deleted','conversation':'#class','author':'" + OWN
                + "','name':'','id':'11','target':'0123456789'," + AT + "}"));
        assertTrue(lines.getFirst().endsWith("Ada deleted 01234567."), lines::toString);
    }

    /// It came between the last look for events and the answer.
    @Test
    void whatAHistoryHasShownIsNotShownAgain() throws Exception {
        JsonObject message = said("#class", "Bob", "hello");
        message.addProperty("id", "0d");
        node.events.addAll(List.of(message, said("#class", "Bob", "again")));
        line.inputs.add(Optional.empty());
        run(history("#class", message));
        assertEquals(2, line.lines().size(), line.lines()::toString);
        assertTrue(line.lines().getLast().endsWith("  Bob: again"), line.lines()::toString);
    }

    private static JsonObject asked(String conversation) {
        return json("{'event':'poll','conversation':'" + conversation + "','author':'" + BOB
                + "','name':'Bob','id':'0c0c0c0c','question':'When?','options':['now','then']," + AT + "}");
    }

    @Test
    void aPollThatIsShownCountsAsReadAndOneElsewhereIsNamed() throws Exception {
        List<String> lines = told(asked("#other"), asked("#class"));
        assertEquals(2, lines.size(), lines::toString);
        assertEquals("Bob wrote in #other. /to goes there.", lines.getFirst());
        assertEquals(List.of("{'conversation':'#class'}"), node.did("read"));
    }

    @Test
    void filesThatAreOfferedHereAreReadWithTheirLine() throws Exception {
        told(offered("in", "#other"));
        assertEquals(List.of(), node.did("read"));
        told(offered("in", "#class"));
        assertEquals(List.of("{'conversation':'#class'}"), node.did("read"));
    }

    private static JsonObject ofTransfer(String event, String direction, String fields) {
        return json("{'event':'" + event + "','offer':'0a','transfer':'1b2c','direction':'" + direction
                + "','name':'Bob'," + fields + "," + AT + "}");
    }

    private static JsonObject offered(String direction, String conversation) {
        return ofTransfer("offered", direction,
                "'conversation':'" + conversation + "','names':['sheet.pdf'],'files':1,'bytes':5000");
    }

    /// Nobody else tells a person who sits at a chat alone.
    @Test
    void filesThatSomebodyOffersAreToldAndOnceWhatTakesThem() throws Exception {
        node.answers.put("status", json("{'event':'ok','name':'Ada','fingerprint':'" + OWN + "','accept':'ask'}"));
        List<String> lines = told(offered("in", "#class"), offered("in", BOB), offered("out", "#class"));
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.getFirst().endsWith("You are offered sheet.pdf (5.0 kB) by Bob in #class: transfer 1b2c."),
                lines::toString);
        assertEquals("It waits: landline receive, in another terminal, asks about it.", lines.get(1));
        assertTrue(lines.getLast().endsWith("You are offered sheet.pdf (5.0 kB) by Bob: transfer 1b2c."),
                lines::toString);
    }

    @Test
    void anAnswerToFilesThatWereOfferedNamesThem() throws Exception {
        JsonObject answer = said("#class", "Bob", "how nice");
        answer.addProperty("reply", "0a");
        List<String> lines = told(offered("in", "#class"), answer);
        assertTrue(lines.getLast().contains("(answers “sheet.pdf”): how nice"), lines::toString);
    }

    @Test
    void filesThatAreTakenWithoutAskingAreToldWhenTheyAreThere() throws Exception {
        node.answers.put("status", json("{'event':'ok','name':'Ada','fingerprint':'" + OWN + "','accept':'all'}"));
        String arrived = "'files':1,'bytes':5000,'seconds':1.0,'paths':['/downloads/sheet.pdf'],'failed':0,"
                + "'failures':[]";
        List<String> lines = told(offered("in", "#class"), ofTransfer("transferred", "in", arrived),
                ofTransfer("transferred", "out", arrived));
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getLast().contains("Received /downloads/sheet.pdf: 5.0 kB"), lines::toString);
    }

    @Test
    void whatIsHandedInIsTold() throws Exception {
        JsonObject came = json("{'event':'handed-in','offer':'0a','peer':'" + BOB
                + "','name':'Bob','direction':'in','late':false,'box':'0c0c0c0c'," + AT + "}");
        JsonObject arrived = came.deepCopy();
        arrived.addProperty("direction", "out");
        assertEquals(2, told(came, arrived).size());
    }

    /// Else messages are missing, and nobody says why.
    @Test
    void newWordsForThisRoomAndLimitsInItAreTold() throws Exception {
        JsonObject words = json("{'event':'words-changed','peer':'" + BOB
                + "','name':'Bob','room':'#class','change':'0a','state':'offered'," + AT + "}");
        JsonObject limit = json("{'event':'warning','code':'limit-reached','message':'That is all.','peer':'" + BOB
                + "','conversation':'#class','limit':'day'," + AT + "}");
        JsonObject ofOtherRoom = words.deepCopy();
        ofOtherRoom.addProperty("room", "#other");
        JsonObject inOtherRoom = limit.deepCopy();
        inOtherRoom.addProperty("conversation", "#other");
        List<String> lines = told(words, limit, ofOtherRoom, inOtherRoom);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.getFirst().contains("Bob changed the words of #class."), lines::toString);
        assertTrue(lines.getLast().contains("That is all."), lines::toString);
    }

    @Test
    void filesThatStopOnTheirWayHereAreTold() throws Exception {
        String stopped = "'reason':'cancelled','resumable':false";
        List<String> lines = told(ofTransfer("transfer-failed", "in", stopped),
                ofTransfer("transfer-failed", "out", stopped));
        assertEquals(1, lines.size(), lines::toString);
    }
}
