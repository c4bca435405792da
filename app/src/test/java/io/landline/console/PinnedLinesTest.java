package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.chat.act.Pin;
import io.landline.control.ControlServer;
import io.landline.node.ProfileWithoutNode;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program asks what is pinned in a conversation, also where it was told of a part of the pins alone.
class PinnedLinesTest {
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

    private void pin(String id, boolean on) {
        JsonObject command = AdasLines.command("pin", "target", id);
        command.addProperty("on", on);
        assertEquals("ok", ada.answer(command).get("event").getAsString());
    }

    private String pinned(String text) {
        String id = ada.say(text);
        pin(id, true);
        return id;
    }

    private JsonObject asked() {
        return ada.answer(AdasLines.command("pinned", "to", "#class"));
    }

    private static List<String> of(JsonObject answer, String field) {
        var all = new ArrayList<String>();
        answer.getAsJsonArray("pinned").forEach(each -> all.add(each.getAsJsonObject().get(field).getAsString()));
        return all;
    }

    @Test
    void whatIsPinnedIsListedTheLatestPinFirst() {
        String first = ada.say("first");
        pinned("second");
        ada.say("not pinned");
        pin(first, true);
        JsonObject answer = asked();
        assertEquals("#class", answer.get("conversation").getAsString());
        assertEquals(List.of("first", "second"), of(answer, "text"));
        JsonObject latest = answer.getAsJsonArray("pinned").get(0).getAsJsonObject();
        String self = ada.self();
        for (String field : List.of("author", "by")) assertEquals(self, latest.get(field).getAsString());
        for (String field : List.of("name", "byName")) assertEquals("Ada", latest.get(field).getAsString());
        assertEquals(first, latest.get("id").getAsString());
        assertEquals("text", latest.get("kind").getAsString());
    }

    @Test
    void whatIsUnpinnedOrDeletedIsNotListed() {
        String unpinned = pinned("was pinned");
        String deleted = pinned("is deleted");
        pinned("stays");
        pin(unpinned, false);
        ada.answer(AdasLines.command("delete", "target", deleted));
        assertEquals(List.of("stays"), of(asked(), "text"));
    }

    @Test
    void allThatAConversationShowsFitsIntoALineOfTheSocket() {
        var said = new ArrayList<String>();
        for (int i = 0; i <= Pin.SHOWN_MAX; i++) said.addFirst(pinned("\u0001".repeat(16_000)));
        JsonObject answer = asked();
        assertEquals(said.subList(0, Pin.SHOWN_MAX), of(answer, "id"));
        int bytes = answer.toString().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < ControlServer.ANSWER_BYTES_MAX, bytes + " bytes");
    }

    @Test
    void aRoomThatIsNotHeldIsRefused() {
        assertEquals("no-room", ada.answer(AdasLines.command("pinned", "to", "#other")).get("code").getAsString());
        assertEquals("malformed", ada.answer(AdasLines.command("pinned", "room", "#class")).get("code").getAsString());
    }

    @Test
    void aProfileThatNoNodeUsesAnswersTheSame() throws Exception {
        pinned("first");
        pinned("second");
        List<String> ids = of(asked(), "id");
        ada.close();
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(new NodeOptions(folder.resolve("Ada"),
                new PeerName("Ada"),
                List.of(),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false))) {
            JsonObject answer = ProfileLines.answer(opened, AdasLines.command("pinned", "to", "#class"));
            assertEquals(ids, of(answer, "id"));
            assertFalse(answer.has("code"));
        }
    }
}
