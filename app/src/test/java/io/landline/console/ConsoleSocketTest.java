package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.control.ControlServer;
import org.junit.jupiter.api.Test;

class ConsoleSocketTest {
    private static JsonObject answer(int bytes) {
        var answer = new JsonObject();
        answer.addProperty("event", "ok");
        answer.addProperty("id", "c7");
        answer.addProperty("text", "");
        answer.addProperty("text", "x".repeat(bytes - answer.toString().length()));
        return answer;
    }

    @Test
    void anAnswerOfOneByteMoreThanALineMayHaveIsSaidToBeTooLong() {
        JsonObject longest = answer(ControlServer.ANSWER_BYTES_MAX - 1);
        assertEquals(longest.toString(), ConsoleSocket.text(longest));
        JsonObject instead = JsonParser
                .parseString(ConsoleSocket.text(answer(ControlServer.ANSWER_BYTES_MAX)))
                .getAsJsonObject();
        assertEquals("failed", instead.get("event").getAsString());
        assertEquals("c7", instead.get("id").getAsString());
        assertEquals("not-possible", instead.get("code").getAsString());
    }
}
