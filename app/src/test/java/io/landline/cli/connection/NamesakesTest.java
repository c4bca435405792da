package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesakesTest {
    private static final String BEN = "3f12abcd" + "0".repeat(56);
    private static final String MAX = "77aa0000" + "0".repeat(56);

    private final Namesakes namesakes = new Namesakes(Set.of(BEN));

    private static JsonObject json(String fields) {
        return JsonParser.parseString("{" + fields + "}").getAsJsonObject();
    }

    @Test
    void aNameThatSeveralBearHasDigitsBehindIt() {
        JsonObject said = json("\"author\":\"" + BEN + "\",\"name\":\"Ben\"");
        assertEquals("Ben (3f12abcd)", namesakes.toldApart(said).get("name").getAsString());
        assertEquals("Ben", said.get("name").getAsString(), "what programs read stays as it is");
        JsonObject offer = json("\"waitsFor\":[{\"peer\":\"" + BEN + "\",\"name\":\"Ben\"},{\"peer\":\"" + MAX
                + "\",\"name\":\"Max\"}]");
        assertEquals("Ben (3f12abcd)", namesakes.toldApart(offer)
                .getAsJsonArray("waitsFor")
                .get(0)
                .getAsJsonObject()
                .get("name")
                .getAsString());
    }

    /// Programs read names as they are: the node is asked for nothing that they would not see.
    @Test
    void forProgramsNobodyIsAsked() throws Exception {
        var asked = new ArrayList<JsonObject>();
        var node = new NodeConnection() {
            @Override
            protected JsonObject take(Duration patience) {
                JsonObject answer = JsonLines.ok();
                answer.add("id", asked.getLast().get("id"));
                return answer;
            }

            @Override
            protected void give(JsonObject command) {
                asked.add(command);
            }

            @Override
            public boolean isOwn() {
                return false;
            }

            @Override
            public void close() {}
        };
        Namesakes.of(node, new Terminal(true, Terminal.Colour.NEVER));
        assertEquals(List.of(), asked);
        Namesakes.of(node, new Terminal(false, Terminal.Colour.NEVER));
        assertEquals(1, asked.size());
    }

    @Test
    void anyOtherNameStaysAsItIs() {
        for (String who : new String[]{"peer", "author"}) {
            JsonObject event = json("\"" + who + "\":\"" + MAX + "\",\"name\":\"Max\"");
            assertEquals(event, namesakes.toldApart(event));
        }
        assertEquals(new JsonObject(), namesakes.toldApart(new JsonObject()));
    }
}
