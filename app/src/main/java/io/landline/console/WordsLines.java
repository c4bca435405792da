package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.chat.act.Continuation;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.Receivers;
import io.landline.peer.Fingerprint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The commands about new words of a room: `change-words`, `take-words` and `decline-words`. Stateless; any thread; a
/// command may wait for the disk, and stretches a key.
final class WordsLines {

    private WordsLines() {}

    static void answer(Rooms rooms, String what, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String room = command.filled("room", CommandLines.NAME_BYTES_MAX);
        switch (what) {
            case "change-words" -> {
                Receivers receivers = receivers(rooms, room, command);
                OwnRoom changed = rooms.changeWords(room, command.textOrNull("key", CommandLines.NAME_BYTES_MAX),
                        receivers.chosen());
                ok.addProperty("room", changed.label());
                ok.addProperty("key", changed.words());
                ok.addProperty("people", receivers.chosen().size());
                if (receivers.leftOut() > 0) ok.addProperty("leftOutCount", receivers.leftOut());
            }
            case "take-words" -> ok.addProperty("room",
                    rooms.takeWords(offer(rooms, room, command).change()).label());
            default -> rooms.declineWords(offer(rooms, room, command).change());
        }
    }

    /// The members that get the new words. The command may name them, or who stays behind.
    private static Receivers receivers(Rooms rooms, String room, JsonFields command)
            throws MalformedJsonException, CommandException {
        if (command.has("to")) return new Receivers(people(command, "to"), 0);
        return rooms.wordsGoTo(room, command.has("without") ? people(command, "without") : Set.of());
    }

    private static Set<Fingerprint> people(JsonFields command, String field) throws MalformedJsonException {
        var people = new HashSet<Fingerprint>();
        for (String each : command.texts(field, Continuation.CHOSEN_MAX, 2 * Fingerprint.BYTES)) {
            if (!Fingerprint.isWhole(each)) throw new MalformedJsonException(field + " has what is no fingerprint");
            people.add(Fingerprint.parse(each));
        }
        return people;
    }

    /// The one that is meant: the newest for that room, of the author if one is named.
    private static OfferedWords offer(Rooms rooms, String room, JsonFields command)
            throws MalformedJsonException, CommandException {
        String by = command.textOrNull("peer", CommandLines.NAME_BYTES_MAX);
        List<OfferedWords> offers = rooms.offeredWords()
                .stream()
                .filter(each -> each.key().equals(room) || each.key().equals("#" + room))
                .filter(each -> by == null || each.author().hex().equals(by))
                .toList();
        if (offers.isEmpty()) {
            throw new CommandException(Code.NOT_POSSIBLE, "Nobody offers new words for " + room
                    + ", or they are decided. Nothing was changed.");
        }
        List<String> authors = offers.stream()
                .map(each -> each.name() + " (" + each.author().brief() + ")")
                .distinct()
                .toList();
        if (authors.size() > 1) {
            throw new CommandException(Code.AMBIGUOUS, "Several people offer new words for " + room + ": "
                    + String.join(", ", authors)
                    + ". Say whose: --by NAME, or peer in a command. Nothing was changed.");
        }
        return offers.getLast();
    }
}
