package io.landline.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleHereTest {
    private static final JsonArray PEERS = JsonParser.parseString("""
            [{"name": "Ada", "joined": ["#class"]}, {"name": "Ben", "joined": ["#class (open)", "#club"]},
             {"name": "Cleo", "joined": []}]""").getAsJsonArray();

    private static List<String> names(String conversation) {
        return PeopleHere.of(PEERS, conversation).stream().map(each -> each.get("name").getAsString()).toList();
    }

    @Test
    void aRoomListsThoseWhoHaveProvenItsKey() {
        assertEquals(List.of("Ada"), names("#class"));
        assertEquals(List.of("Ben"), names("#club"));
        assertEquals(List.of(), names("#other"));
    }

    @Test
    void aDirectConversationListsEverybodyOnTheNetwork() {
        assertEquals(List.of("Ada", "Ben", "Cleo"), names("ad12cd34"));
    }
}
