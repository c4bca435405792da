package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people did with messages, as lines for a person.
class ActFormatterTest {
    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @Test
    void votersStandBehindEachOptionThatTheyChose() {
        List<JsonObject> voters = List.of(json("{'name':'Ada (3f12abcd)','choices':[0,2]}"),
                json("{'name':'Ben\\n','choices':[2]}"));
        assertEquals(List.of("[1] tea (1): Ada (3f12abcd)", "[2] none (0)", "[3] milk (2): Ada (3f12abcd), Ben\\n"),
                ActFormatter.voters(json("{'options':['tea','none','milk']}"), voters));
    }
}
