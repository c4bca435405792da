package io.landline.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.act.Poll;
import io.landline.control.ControlServer;
import io.landline.node.conversation.PollVotes;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.MessageActs.Voter;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program asks who chose what in a poll.
class VoterLinesTest {
    @TempDir
    Path folder;
    private AdasLines ada;

    @BeforeEach
    void open() throws Exception {
        ada = new AdasLines(folder);
    }

    @AfterEach
    void close() {
        ada.close();
    }

    private String poll(boolean hidden) {
        JsonObject poll = AdasLines.command("poll", "to", "#class");
        poll.addProperty("question", "Tea?");
        poll.add("options", JsonParser.parseString("['yes','no']"));
        poll.addProperty("many", true);
        poll.addProperty("hidden", hidden);
        return ada.answer(poll).get("message").getAsString();
    }

    private void vote(String poll, String choices) {
        JsonObject vote = AdasLines.command("vote", "target", poll);
        vote.add("choices", JsonParser.parseString(choices));
        assertEquals("ok", ada.answer(vote).get("event").getAsString());
    }

    private JsonObject asked(String id) {
        return ada.answer(AdasLines.command("voters", "target", id));
    }

    @Test
    void eachVoterIsToldWithTheChoices() {
        String poll = poll(false);
        assertEquals(new JsonArray(), asked(poll).get("voters"));
        JsonObject silent = asked(poll).getAsJsonArray("silent").get(0).getAsJsonObject();
        assertEquals("no-answer", silent.get("event").getAsString());
        assertEquals("Ada", silent.get("name").getAsString());
        assertTrue(silent.get("own").getAsBoolean());
        vote(poll, "[1,0]");
        assertEquals(new JsonArray(), asked(poll).get("silent"));
        JsonObject answer = asked(poll.substring(0, 8));
        assertEquals("Tea?", answer.get("question").getAsString());
        assertEquals(JsonParser.parseString("['yes','no']"), answer.get("options"));
        assertEquals(1, answer.get("people").getAsInt());
        JsonObject voter = answer.getAsJsonArray("voters").get(0).getAsJsonObject();
        assertEquals("voter", voter.get("event").getAsString());
        assertEquals(poll, voter.get("poll").getAsString());
        assertEquals(ada.self(), voter.get("peer").getAsString());
        assertEquals("Ada", voter.get("name").getAsString());
        assertTrue(voter.get("own").getAsBoolean());
        assertEquals(JsonParser.parseString("[0,1]"), voter.get("choices"));
        vote(poll, "[]");
        assertEquals(new JsonArray(), asked(poll).get("voters"));
    }

    @Test
    void whileTheResultIsHiddenNobodyIsTold() {
        String poll = poll(true);
        vote(poll, "[1]");
        JsonObject before = asked(poll);
        assertTrue(before.get("hidden").getAsBoolean());
        assertEquals(new JsonArray(), before.get("voters"));
        assertEquals(0, before.get("people").getAsInt());
        ada.answer(AdasLines.command("close", "target", poll));
        JsonObject after = asked(poll);
        assertFalse(after.get("hidden").getAsBoolean());
        assertEquals(1, after.getAsJsonArray("voters").size());
    }

    @Test
    void whatIsNoPollHasNoVoters() {
        assertEquals("This is no poll.", asked(ada.say("hello")).get("message").getAsString());
        String poll = poll(false);
        ada.answer(AdasLines.command("delete", "target", poll));
        assertEquals("This message is deleted.", asked(poll).get("message").getAsString());
        assertEquals("no-message", asked("0123456789").get("code").getAsString());
    }

    private static JsonObject told(int people) {
        var voters = new ArrayList<Voter>();
        var silent = new ArrayList<Silent>();
        String name = "\u2028".repeat(PeerName.MAX_CODE_POINTS);
        for (int i = 0; i < people; i++) {
            byte[] key = ByteBuffer.allocate(Fingerprint.BYTES).putInt(i).array();
            silent.add(new Silent(Fingerprint.of(key), name, false));
            voters.add(new Voter(Fingerprint.of(key), name, false, Set.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)));
        }
        var ok = new JsonObject();
        VoterLines.add(new PollVotes(new Poll("Tea?", List.of("yes", "no"), true, false), false, voters, silent),
                EntryId.of(new byte[EntryId.BYTES]), "Ada", ok);
        return ok;
    }

    @Test
    void asManyAreToldAsFitALine() {
        assertEquals(VoterLines.PEOPLE_MAX, told(VoterLines.PEOPLE_MAX).getAsJsonArray("voters").size());
        JsonObject more = told(VoterLines.PEOPLE_MAX + 1);
        assertEquals(VoterLines.PEOPLE_MAX, more.getAsJsonArray("voters").size());
        assertEquals(VoterLines.PEOPLE_MAX + 1, more.get("people").getAsInt());
        assertEquals(new JsonArray(), more.getAsJsonArray("silent"));
        assertEquals(2, told(2).getAsJsonArray("silent").size());
        assertTrue(more.toString().getBytes(UTF_8).length < ControlServer.ANSWER_BYTES_MAX);
    }

    @Test
    void aRoomSaysWhatOfItIsTold() {
        assertEquals("all", room().get("told").getAsString());
        mute("mentions", null);
        assertEquals("mentions", room().get("told").getAsString());
        mute("nothing", null);
        assertEquals("nothing", room().get("told").getAsString());
        assertFalse(room().has("mutedUntil"));
        mute("nothing", 8);
        assertTrue(room().has("mutedUntil"));
        mute("all", null);
        assertEquals("all", room().get("told").getAsString());
        assertFalse(room().has("mutedUntil"));
    }

    private JsonObject room() {
        JsonElement first = ada.answer("{\"do\":\"rooms\"}").getAsJsonArray("rooms").get(0);
        return first.getAsJsonObject();
    }

    private void mute(String told, Integer hours) {
        JsonObject mute = AdasLines.command("mute", "to", "#class");
        mute.addProperty("told", told);
        if (hours != null) mute.addProperty("hours", hours);
        assertEquals("ok", ada.answer(mute).get("event").getAsString());
    }
}
