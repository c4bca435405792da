package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.Archive;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import java.time.Instant;

/// The commands that only read what a profile remembers: `history`, `export`, `rooms`, `verify`. A running node answers
/// them, and if none runs, the subcommand that opens the profile. They go beyond docs/command-line.md, "Commands of
/// `node --json`", and are for Landline's own subcommands. Stateless; any thread.
public final class ArchiveLines {
    private static final int NAME_BYTES_MAX = 4_096;

    /// Stores that the user compared the safety number of a person.
    interface Verification {
        void confirm(Fingerprint peer) throws CommandException;
    }

    private ArchiveLines() {}

    /// Answers one command of these from an archive that no node uses.
    public static JsonObject answer(Archive archive, JsonObject command) {
        JsonObject ok = EventLines.event("ok", Instant.now());
        try {
            JsonFields fields = StrictJson.object(command.toString());
            answer(archive, fields.text("do", NAME_BYTES_MAX), fields, archive::markVerified, ok);
            return ok;
        } catch (CommandException e) {
            return CommandLines.failed(null, e.code().text(), e.getMessage());
        } catch (MalformedJsonException e) {
            return CommandLines.failed(null, Code.MALFORMED.text(), e.getMessage());
        }
    }

    static void answer(Archive archive, String what, JsonFields command, Verification verification, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "history" -> {
                ok.addProperty("conversation", archive.conversationLabel(command.text("to", NAME_BYTES_MAX)));
                HistoryLines.answer(archive, command, ok);
            }
            case "export" -> HistoryLines.export(archive, command, ok);
            case "rooms" -> ok.add("rooms", rooms(archive));
            case "verify" -> verify(archive, command, verification, ok);
            default -> throw new CommandException(Code.MALFORMED,
                    "There is no command of that name. Nothing was done.");
        }
    }

    /// The ids go to this user alone, by a socket that nobody else can open. Never a key.
    private static JsonArray rooms(Archive archive) {
        var list = new JsonArray();
        for (Archive.RoomView room : archive.rooms()) {
            JsonObject json = EventLines.event("room", Instant.now());
            json.addProperty("room", room.label());
            json.addProperty("id", room.id().hex());
            json.addProperty("open", room.open());
            json.addProperty("confirmed", room.confirmed());
            list.add(json);
        }
        return list;
    }

    private static void verify(Archive archive, JsonFields command, Verification verification, JsonObject ok)
            throws MalformedJsonException, CommandException {
        Archive.Safety safety = archive.safety(command.text("to", NAME_BYTES_MAX));
        boolean confirmed = command.flag("confirm");
        if (confirmed) verification.confirm(safety.peer());
        ok.addProperty("peer", safety.peer().hex());
        ok.addProperty("name", safety.name());
        ok.addProperty("safetyNumber", safety.number());
        ok.addProperty("verified", confirmed || safety.verified());
    }
}
