package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.room.JoinLink;
import io.landline.room.Room;
import io.landline.room.RoomKey;

/// The command `room-words` (docs/command-line.md, "Commands of `node --json`"): the only one that tells the key of a
/// room that was there before. Stateless; any thread.
final class RoomKeyLines {
    private RoomKeyLines() {}

    static void answer(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String named = command.filled("room", CommandLines.NAME_BYTES_MAX);
        Room room = reader.room(named);
        String label = reader.roomLabel(named);
        RoomKey words = room.words();
        if (words == null) {
            throw new CommandException(Code.NOT_POSSIBLE,
                    label + " has no words: everybody on this network comes in by its name.");
        }
        ok.addProperty("room", label);
        ok.addProperty("key", words.words());
        new JoinLink(room.name(), words, null).text().ifPresent(link -> ok.addProperty("link", link));
        ok.addProperty("confirmed", reader.isConfirmed(room));
    }
}
