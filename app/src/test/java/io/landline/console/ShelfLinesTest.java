package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shelves as programs read them.
class ShelfLinesTest {
    @Test
    void anOwnShelfHasThisUsersName(@TempDir Path folder) throws Exception {
        Path photos = Files.createDirectories(folder.resolve("photos"));
        try (var ada = new AdasLines(folder)) {
            String own = ada.answer("{\"do\":\"status\"}").get("name").getAsString();
            assertFalse(own.isEmpty());
            JsonObject opened = ada
                    .answer("{\"do\":\"shelf-add\",\"to\":\"#class\",\"path\":\"" + photos + "\"}");
            assertEquals(own, opened.get("name").getAsString());
            JsonObject listed = ada.answer("{\"do\":\"shelves\"}").getAsJsonArray("shelves").get(0).getAsJsonObject();
            assertEquals(own, listed.get("name").getAsString());
        }
    }
}
