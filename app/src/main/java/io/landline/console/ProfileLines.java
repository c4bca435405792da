package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.ProfileReader;
import io.landline.node.ProfileWithoutNode;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.Keeping;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The commands about what a profile remembers: `history`, `export`, `search`, `save`, `saved`, `pinned`, `voters`,
/// `words`, `rooms`, `members`, `archive`, `rename-room`, `room-words`, `verify`, `keep`, `block`, `blocked`, `allow`,
/// `mute`, `transfers`, `boxes`, `box`, `box-table`. A running node answers them, and if none runs, the subcommand
/// that opens the profile. But for `pinned`, `voters`, `room-words`, `keep`, `block`, `blocked`, `allow` and `mute`,
/// they go beyond docs/command-line.md, "Commands of `node --json`", and are for Landline's own subcommands.
/// Stateless; any thread.
public final class ProfileLines {
    /// What differs where a node runs.
    interface ProfileAccess {
        /// Stores that the user compared the safety number of a person, or takes that back.
        void setVerified(Fingerprint peer, boolean verified) throws CommandException;

        /// Blocks a person, or ends that.
        void setBlocked(Fingerprint peer, boolean blocked) throws CommandException;

        /// Who is paused by the limit of a day.
        Set<Fingerprint> paused();

        /// Lets as much again of this person's be stored today.
        void allowMore(Fingerprint peer) throws CommandException;

        Keeping keeping();

        /// Who is here now.
        List<Present> here();

        void setArchived(String conversation, boolean archived) throws CommandException;

        void setOwnName(String room, @Nullable String name) throws CommandException;
    }

    private record NoNode(ProfileWithoutNode profile) implements ProfileAccess {
        @Override
        public void setVerified(Fingerprint peer, boolean verified) throws CommandException {
            profile.setVerified(peer, verified);
        }

        @Override
        public void setBlocked(Fingerprint peer, boolean blocked) throws CommandException {
            profile.setBlocked(peer, blocked);
        }

        @Override
        public Set<Fingerprint> paused() {
            return Set.of();
        }

        /// What was allowed ends with the node.
        @Override
        public void allowMore(Fingerprint peer) throws CommandException {
            throw new CommandException(Code.NOT_POSSIBLE,
                    "Landline does not run on this profile, so it holds nothing back now. Start it, and allow more"
                            + " then. Nothing was changed.");
        }

        @Override
        public Keeping keeping() {
            return profile.keeping();
        }

        @Override
        public List<Present> here() {
            return List.of();
        }

        @Override
        public void setArchived(String conversation, boolean archived) throws CommandException {
            profile.setArchived(conversation, archived);
        }

        @Override
        public void setOwnName(String room, @Nullable String name) throws CommandException {
            profile.setOwnName(room, name);
        }
    }

    private ProfileLines() {}

    /// Answers one command of these from a profile that no node uses.
    public static JsonObject answer(ProfileWithoutNode profile, JsonObject command) {
        ProfileReader reader = profile.reader();
        JsonObject ok = EventLines.event("ok", Instant.now());
        try {
            JsonFields fields = StrictJson.object(command.toString());
            String what = fields.text("do", CommandLines.NAME_BYTES_MAX);
            switch (what) {
                case "mute" -> MuteLines.answer(profile.muting(), fields);
                case "transfers" -> FileLines.page(profile.unreached(), transfers(reader, fields.flag("over")),
                        FileLines.next(fields), ok);
                case "status" -> throw new CommandException(Code.NOT_POSSIBLE,
                        "Landline does not run on this profile, so it says nothing of you now. Start it, and say it"
                                + " then. Nothing was changed.");
                case "networks" -> {
                    ok.add("networks", NetworkLines.networks(reader.networks(), reader.chosenToListenOnly()));
                    ok.addProperty("running", false);
                }
                case "listen-only" -> throw new CommandException(Code.NOT_POSSIBLE,
                        "Landline does not run on this profile, so it is in no network now. Start it first. Nothing was"
                                + " changed.");
                case "boxes", "box", "box-table" -> HandInLines.list(profile.boxes(), what, fields, ok);
                default -> answer(reader, what, fields, new NoNode(profile), ok);
            }
            return ok;
        } catch (CommandException e) {
            return CommandLines.failed(null, e.code().text(), e.getMessage());
        } catch (MalformedJsonException e) {
            return CommandLines.failed(null, Code.MALFORMED.text(), e.getMessage());
        } catch (RuntimeException e) {
            if (!DatabaseAccess.isRefusal(e)) throw e;
            return CommandLines.failed(null, Code.STORAGE.text(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Transfer> transfers(ProfileReader reader, boolean over) throws CommandException {
        return reader.transfers().stream().filter(each -> over || each.state().isOpen()).toList();
    }

    static void answer(ProfileReader reader, String what, JsonFields command, ProfileAccess profile, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "history" -> {
                ok.addProperty("conversation",
                        reader.conversationLabel(command.text("to", CommandLines.NAME_BYTES_MAX)));
                HistoryLines.answer(reader, command, ok);
            }
            case "export" -> HistoryLines.export(reader, command, ok);
            case "search" -> HistoryLines.search(reader, command, ok);
            case "save" -> SavedLines.save(reader, command);
            case "saved" -> SavedLines.answer(reader, ok);
            case "pinned" -> PinnedLines.answer(reader, command, ok);
            case "voters" -> VoterLines.answer(reader, command, ok);
            case "rooms" -> ok.add("rooms", rooms(reader));
            case "members" -> MemberLines.answer(reader, command.filled("room", CommandLines.NAME_BYTES_MAX),
                    profile.here(), FileLines.next(command), ok);
            case "namesakes" -> ok.add("peers", EventLines.array(List.copyOf(reader.namesakes()), Fingerprint::hex));
            case "words" -> AnsweredLines.answer(reader, command, ok);
            case "archive" -> profile.setArchived(command.text("conversation", CommandLines.NAME_BYTES_MAX),
                    command.flagOr("on", true));
            case "rename-room" -> profile.setOwnName(command.filled("room", CommandLines.NAME_BYTES_MAX),
                    command.textOrNull("name", CommandLines.NAME_BYTES_MAX));
            case "verify" -> verify(reader, command, profile, ok);
            case "room-words" -> RoomKeyLines.answer(reader, command, ok);
            case "keep" -> KeepLines.answer(reader, profile.keeping(), command, ok);
            case "block" -> BlockLines.block(reader.blockList(), command, profile, ok);
            case "blocked" -> ok.add("blocked", BlockLines.blocked(reader.blockList()));
            case "allow" -> BlockLines.allow(reader.blockList(), command, profile, ok);
            default -> throw new CommandException(Code.MALFORMED,
                    "There is no command of that name. Nothing was done.");
        }
    }

    /// The ids go to this user alone, by a socket that nobody else can open. Never a key.
    private static JsonArray rooms(ProfileReader reader) {
        var list = new JsonArray();
        for (ProfileReader.RoomView room : reader.rooms()) {
            JsonObject json = EventLines.event("room", Instant.now());
            json.addProperty("room", room.label());
            json.addProperty("id", room.id().hex());
            json.addProperty("open", room.open());
            json.addProperty("confirmed", room.confirmed());
            json.addProperty("archived", room.choices().has(Choice.ARCHIVED));
            json.addProperty("told", MuteLines.told(room.choices()));
            Instant mutedUntil = room.choices().mutedUntil();
            if (mutedUntil != null) json.addProperty("mutedUntil", EventLines.at(mutedUntil));
            if (room.ownName() != null) json.addProperty("ownName", room.ownName());
            list.add(json);
        }
        return list;
    }

    private static void verify(ProfileReader reader, JsonFields command, ProfileAccess profile, JsonObject ok)
            throws MalformedJsonException, CommandException {
        ProfileReader.Safety safety = reader.safety(command.text("to", CommandLines.NAME_BYTES_MAX));
        boolean confirmed = command.flag("confirm");
        boolean takenBack = command.flag("off");
        if (confirmed && takenBack) throw new MalformedJsonException("confirm and off exclude each other");
        if (confirmed || takenBack) profile.setVerified(safety.peer(), confirmed);
        ok.addProperty("peer", safety.peer().hex());
        ok.addProperty("name", safety.name());
        ok.addProperty("safetyNumber", safety.number());
        ok.addProperty("verified", confirmed || safety.verified() && !takenBack);
    }
}
