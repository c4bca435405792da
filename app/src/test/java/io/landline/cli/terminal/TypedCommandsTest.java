package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class TypedCommandsTest {
    private static String shown(String sentence, String profile) {
        return TypedCommands.withProfile(sentence, profile, false);
    }

    @Test
    void aCommandInASentenceNamesTheProfileThatWasNamed() {
        assertEquals("Saved: landline --profile /a/b saved shows it.",
                shown("Saved: landline saved shows it.", "/a/b"));
        assertEquals("Run \"landline --profile 'it'\\''s $1' id --new\".",
                shown("Run \"landline id --new\".", "it's $1"));
        assertEquals("landline --profile \"a b\" node, or landline demo.",
                TypedCommands.withProfile("landline node, or landline demo.", "a b", true));
    }

    @Test
    void aCommandWithoutAProfileStaysAsItIs() {
        for (String each : new String[]{"landline lab list names them.", "That is Landline: landline --help.",
                "TO is missing. landline say --help shows what there is.", "landline room join --help", "Landline room",
                "landline"}) {
            assertEquals(each, shown(each, "/a/b"));
        }
        assertEquals("landline saved", TypedCommands.withProfile("landline saved", null, false));
    }

    @Test
    void soDoesOneInTheSentencesOfAnEvent() {
        var event = new JsonObject();
        event.addProperty("event", "failed");
        event.addProperty("message", "landline room list names them.");
        event.addProperty("text", "landline room list");
        var finding = new JsonObject();
        finding.addProperty("evidence", "No room.");
        finding.addProperty("remedy", "Join one: landline room join");
        event.add("findings", new JsonArray());
        event.getAsJsonArray("findings").add(finding);
        assertEquals("{\"event\":\"failed\",\"message\":\"landline --profile /a room list names them.\","
                + "\"text\":\"landline room list\",\"findings\":[{\"evidence\":\"No room.\","
                + "\"remedy\":\"Join one: landline --profile /a room join\"}]}",
                TypedCommands.withProfile(event, "/a", false).toString());
        assertEquals("No room.", finding.get("evidence").getAsString());
        assertEquals("Join one: landline room join", finding.get("remedy").getAsString(), "what was given stays");
        assertEquals(event, TypedCommands.withProfile(event, null, false));
    }

    @Test
    void whatIsSaidTwiceNamesItOnce() {
        String once = shown("landline transfers resume 12", "/a");
        assertEquals(once, shown(once, "/a"));
    }

    @Test
    void theLastProfileOnTheLineCounts() {
        assertEquals("b", TypedCommands.profile(new String[]{"--profile", "a", "id", "--profile=b"}));
        assertEquals("--json", TypedCommands.profile(new String[]{"--profile", "--json"}));
        assertNull(TypedCommands.profile(new String[]{"id", "--", "--profile", "a"}));
        assertNull(TypedCommands.profile(new String[]{"say", "--profile"}));
        assertNull(TypedCommands.profile(new String[]{"--profile", ""}));
    }
}
