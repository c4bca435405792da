package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a user writes by one program is told to another one that asks for it, and to no other.
class OwnEntriesTest {
    private static final List<String> OF_ENTRIES = List.of("message", "edited", "reacted", "deleted", "poll", "voted",
            "closed");

    @TempDir
    Path folder;
    private final BlockingQueue<JsonObject> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<JsonObject> others = new LinkedBlockingQueue<>();
    private Node node;
    private NodeConsole watching;
    private NodeConsole writing;

    @BeforeEach
    void open() throws Exception {
        node = Node.open(new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), false, "amber fox piano river")),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false));
        watching = new NodeConsole(node, asked::add, () -> {}, null);
        writing = new NodeConsole(node, others::add, () -> {}, null);
        node.start();
        watching.line(json("{'do':'watch-own','id':'w'}"));
        watching.line(json("{'do':'watch-own','id':'again'}"));
    }

    @AfterEach
    void close() {
        watching.close();
        writing.close();
        node.close();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /// Gives a command, and returns the id of what was written.
    private String write(String command) throws Exception {
        writing.line(json(command));
        while (true) {
            JsonObject line = next(others);
            if (line.get("event").getAsString().equals("ok")) return line.get("message").getAsString();
        }
    }

    private static JsonObject next(BlockingQueue<JsonObject> lines) throws Exception {
        JsonObject line = lines.poll(Patience.SECONDS, TimeUnit.SECONDS);
        assertNotNull(line, "nothing more came");
        return line;
    }

    private JsonObject told() throws Exception {
        while (true) {
            JsonObject line = next(asked);
            if (OF_ENTRIES.contains(line.get("event").getAsString())) return line;
        }
    }

    private void assertTold(String event, String id) throws Exception {
        JsonObject told = told();
        assertEquals(event, told.get("event").getAsString());
        assertEquals(id, told.get("id").getAsString());
        assertEquals(node.status().fingerprint().hex(), told.get("author").getAsString());
        assertEquals("#class", told.get("conversation").getAsString());
    }

    @Test
    void whatIsWrittenAndDoneIsToldInItsOrder() throws Exception {
        String said = write("{'do':'say','to':'#class','text':'hello'}");
        assertTold("message", said);
        assertTold("edited", write("{'do':'edit','target':'" + said + "','text':'hello all'}"));
        for (int i = 0; i < 30; i++) { // of somebody else some of so many would be left out
            assertTold("reacted",
                    write("{'do':'react','target':'" + said + "','emoji':'👍','on':" + (i % 2 == 0) + "}"));
        }
        String poll = write("{'do':'poll','to':'#class','question':'When?','options':['now','then'],'many':false,"
                + "'hidden':false}");
        assertTold("poll", poll);
        assertTold("voted", write("{'do':'vote','target':'" + poll + "','choices':[1]}"));
        assertTold("closed", write("{'do':'close','target':'" + poll + "'}"));
        assertTold("deleted", write("{'do':'delete','target':'" + said + "'}"));
        assertTrue(others.stream().noneMatch(line -> OF_ENTRIES.contains(line.get("event").getAsString())));
    }

    @Test
    void nothingIsToldAfterItsEnd() throws Exception {
        watching.close();
        write("{'do':'say','to':'#class','text':'hello'}");
        assertTrue(asked.stream().noneMatch(line -> line.get("event").getAsString().equals("message")));
    }
}
