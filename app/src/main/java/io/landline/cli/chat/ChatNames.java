package io.landline.cli.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.EventFields;
import io.landline.lab.Escapes;
import io.landline.peer.RoomListing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The people and rooms that a chat can complete: what the node listed, and what its events tell after that. Filled by
/// the main thread, read by the thread of the line editor.
final class ChatNames {
    /// More are not completed. A crowd of strangers must not fill the memory of a chat.
    static final int PEOPLE_MAX = 1_000;

    /// Something to complete.
    ///
    /// @param typed what is put into the line: it names the person or the room to the node
    /// @param shown the same as people read it, harmless on a terminal
    record Known(String typed, String shown) {}

    private final Map<String, String> people = new LinkedHashMap<>();
    private final Set<String> rooms = new LinkedHashSet<>();

    /// Takes what `peers` and `rooms` answered.
    synchronized void learn(JsonArray peers, JsonArray roomList) {
        for (JsonElement peer : peers) person(peer.getAsJsonObject(), "peer");
        for (JsonElement room : roomList) {
            String label = EventFields.text(room.getAsJsonObject(), "room");
            rooms.add(room.getAsJsonObject().get("open").getAsBoolean() ? RoomListing.withoutOpen(label) : label);
        }
    }

    /// Takes what an event or a message of the history tells. Who has gone stays: one may write to members who are
    /// away.
    synchronized void learn(JsonObject event) {
        switch (EventFields.text(event, "event")) {
            case "peer-appeared", "peer-changed", "joined" -> person(event, "peer");
            case "message" -> person(event, "author");
            default -> {
            }
        }
        if (EventFields.is(event, "joined")) joined(EventFields.text(event, "room"));
    }

    private void person(JsonObject json, String field) {
        String name = EventFields.text(json, "name");
        String fingerprint = EventFields.text(json, field);
        if (name.isEmpty() || fingerprint.isEmpty()) return;
        if (people.size() < PEOPLE_MAX || people.containsKey(fingerprint)) people.put(fingerprint, name);
    }

    /// A room that another program joined after ours were listed.
    private void joined(String label) {
        boolean known = rooms.stream()
                .anyMatch(room -> label.equals(room) || label.equals(RoomListing.openLabel(room)));
        if (!known) rooms.add(RoomListing.withoutOpen(label));
    }

    /// The name of a person by the whole fingerprint, harmless on a terminal; the first digits where it is not known.
    synchronized String nameOf(String fingerprint) {
        String name = people.get(fingerprint);
        return name == null ? EventFields.brief(fingerprint) : EventFields.personName(name);
    }

    /// The people that a message may mention. A name is left out if it holds characters that must be escaped.
    synchronized List<Known> people() {
        var list = new ArrayList<Known>();
        for (String name : people.values()) {
            if (Escapes.line(name).equals(name)) list.add(new Known(name, name));
        }
        return list;
    }

    /// The conversations to choose from: rooms, then people. The fingerprint stands for a name that two people have,
    /// or that holds characters that must be escaped.
    synchronized List<Known> conversations() {
        var list = new ArrayList<Known>();
        for (String room : rooms) {
            if (Escapes.line(room).equals(room)) list.add(new Known(room, room));
        }
        people.forEach((fingerprint, name) -> {
            boolean plain = Escapes.line(name).equals(name)
                    && people.values().stream().filter(name::equalsIgnoreCase).count() == 1;
            String brief = EventFields.brief(fingerprint);
            list.add(plain ? new Known(name, name) : new Known(brief, Escapes.line(name) + " " + brief));
        });
        return list;
    }
}
