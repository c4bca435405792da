package io.landline.cli.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorNamesTest {
    private final AuthorNames names = new AuthorNames();

    private static JsonObject by(String name, String field, String digits) {
        var message = new JsonObject();
        message.addProperty("name", name);
        message.addProperty(field, digits.repeat(32));
        return message;
    }

    private String told(JsonObject message) {
        return names.toldApart(message).get("name").getAsString();
    }

    @Test
    void authorsWithNamesThatAreTheSameOrLookSoAreToldApart() {
        JsonObject ben = by("Ben", "author", "3f");
        JsonObject other = by("\u0412en", "author", "a0"); // a Cyrillic letter
        JsonObject ada = by("Ada", "author", "c1");
        names.add(List.of(ben, ada, by("Ben", "peer", "3f")));
        assertSame(ben, names.toldApart(ben));
        names.add(List.of(other));
        assertEquals("Ben (3f3f3f3f)", told(ben));
        assertEquals("\u0412en (a0a0a0a0)", told(other));
        assertEquals("Ada", told(ada));
        assertEquals("Ben", ben.get("name").getAsString());
    }
}
