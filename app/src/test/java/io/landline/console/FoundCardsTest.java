package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.filetransfer.OfferBody;
import io.landline.json.JsonFields;
import io.landline.json.StrictJson;
import io.landline.node.ProfileReader;
import io.landline.node.ProfileWithoutNode;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `search` and `history` with words tell of cards: polls, hand-in boxes and files.
class FoundCardsTest {
    private static final String ROOM = "#class";

    @TempDir
    Path folder;
    private NodeOptions options;
    private Entry files;

    @BeforeEach
    void fill() throws Exception {
        options = new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), true, null)), Network.NOT_ASKED,
                folder.resolve("downloads"), null, false);
        ConversationId room;
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options)) {
            ProfileReader reader = opened.reader();
            room = ConversationId.of(reader.rooms().getFirst().id());
        }
        Author max = Author.of(room, 7);
        Entry text = max.text("a heron");
        Entry poll = max.write(2, EntryKind.POLL,
                new Poll("Which bird?", List.of("heron", "stork"), false, false).toBody());
        Entry box = max.write(3, EntryKind.COLLECT, new HandInBox("Heron essays", Instant.EPOCH, "", 9, true).toBody());
        files = max.write(4, EntryKind.OFFER,
                new OfferBody(12, 3_000, List.of("heron photos", "list\u001b.txt"), OfferBody.CHUNK_BYTES_MIN, 2,
                        "ab".repeat(32)).toJson());
        try (Database database = Database.open(folder.resolve("profile/history.db"))) {
            SqliteChat.stores(database).entries().add(List.of(text, poll, box, files), 4, Durability.BATCHED);
        }
    }

    private List<JsonObject> found(String command) throws Exception {
        var found = new ArrayList<JsonObject>();
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options)) {
            ProfileReader reader = opened.reader();
            JsonFields fields = StrictJson.object(command.getBytes(StandardCharsets.UTF_8));
            var ok = new JsonObject();
            if (command.contains("\"words\"")) {
                HistoryLines.search(reader, fields, ok);
            } else {
                HistoryLines.answer(reader, fields, ok);
            }
            ok.getAsJsonArray("messages").forEach(each -> found.add(each.getAsJsonObject()));
        }
        return found;
    }

    private static List<String> events(List<JsonObject> found) {
        return found.stream().map(each -> each.get("event").getAsString()).toList();
    }

    @Test
    void eachKindIsToldOfInEveryConversationAndInOne() throws Exception {
        List<String> all = List.of("message", "poll", "collect", "files");
        assertEquals(all, events(found("{\"words\":\"heron\"}")));
        assertEquals(all, events(found("{\"to\":\"#class\",\"search\":\"heron\"}")));
        assertEquals(all, events(found("{\"to\":\"#class\",\"search\":\"heron\",\"from\":\"oldest\"}")));
        assertEquals(List.of("poll"), events(found("{\"words\":\"stork\"}")));
        assertEquals(List.of("files"), events(found("{\"words\":\"heron\",\"limit\":1}")), "what came last");
        assertEquals(List.of("message", "poll", "collect"), events(found("{\"to\":\"#class\"}")),
                "a history without words tells of no files");
    }

    @Test
    void filesHaveWhatAProgramAndAPersonWantToKnow() throws Exception {
        JsonObject found = found("{\"words\":\"photos\"}").getFirst();
        JsonObject expected = JsonParser.parseString("{\"event\":\"files\",\"conversation\":\"#class\",\"seq\":4,"
                + "\"log\":\"0000000000000007\",\"names\":[\"heron photos\",\"list\\u001b.txt\"],\"files\":12,"
                + "\"folders\":2,\"bytes\":3000,\"id\":\"" + files.id().hex() + "\"}").getAsJsonObject();
        for (String field : expected.keySet()) assertEquals(expected.get(field), found.get(field), field);
        for (String field : List.of("at", "author", "name", "written")) assertNotNull(found.get(field), field);
        String line = HistoryFormatter.found(found, false);
        assertEquals("Files: heron photos, list\\x1b.txt (3.0 kB)", line.substring(line.indexOf("Files")));
    }
}
