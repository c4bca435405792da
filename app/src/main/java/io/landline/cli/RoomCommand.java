package io.landline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.ReadOnlyNode;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.RoomFormatter;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import io.landline.node.room.OwnRooms;
import io.landline.peer.RoomListing;
import io.landline.peer.TypedNames;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline room …`: the rooms that this profile is in.
@Command(name = "room",
        description = "the rooms of this profile: list, members NAME, words NAME, create NAME, join NAME, rename NAME,"
                + " archive TO, change-words NAME, take-words NAME, decline-words NAME, leave NAME",
        synopsisSubcommandLabel = "COMMAND")
final class RoomCommand implements Callable<Integer> {
    private static final String ROOM = "the room's name";
    private static final String NEW_NAME = "what the new room is called";

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private LandlineCommand landline;

    @Override
    public Integer call() throws CommandFailedException {
        throw CommandFailedException.usage(CommandTexts.of("Say what to do: {0} or {1}.",
                "landline room list, members NAME, words NAME, create NAME, join NAME, rename NAME, archive TO,"
                        + " change-words NAME, take-words NAME, decline-words NAME",
                "leave NAME"));
    }

    @Command(name = "list", description = "the rooms, first joined first")
    int list() throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException
                .checked(ReadOnlyNode.ask(landline.options(), JsonLines.command("rooms")));
        for (JsonElement element : answer.getAsJsonArray("rooms")) {
            JsonObject room = element.getAsJsonObject();
            terminal.event(room);
            terminal.sayRows(RoomFormatter.line(room));
        }
        if (answer.getAsJsonArray("rooms").isEmpty()) {
            terminal.say(CommandTexts.of("No rooms yet: landline room create NAME makes one."));
        }
        return ExitCode.DONE;
    }

    @Command(name = "members", description = "the other members of a room, and how they came in")
    int members(@Parameters(paramLabel = "NAME", description = ROOM) String name) throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException
                .checked(ReadOnlyNode.listedAbout(landline.options(), JsonLines.command("members", "room", name),
                        "members"));
        for (JsonElement member : answer.getAsJsonArray("members")) {
            terminal.event(member.getAsJsonObject());
            terminal.sayRows(PersonFormatter.member(member.getAsJsonObject()));
        }
        if (answer.getAsJsonArray("members").isEmpty()) {
            terminal.say(CommandTexts.of("Nobody else has been in this room yet."));
        }
        return ExitCode.DONE;
    }

    @Command(name = "words", description = "the words of a room and a link, to be told to those who may come in")
    int words(@Parameters(paramLabel = "NAME", description = ROOM) String name) throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject answer = CommandFailedException
                .checked(ReadOnlyNode.askAbout(landline.options(), JsonLines.command("room-words", "room", name),
                        "room"));
        terminal.event(answer);
        terminal.say(CommandTexts.of("The key of {0}, to be told to those who may come in:",
                EventFields.text(answer, "room")) + "\n\n    " + Escapes.line(EventFields.text(answer, "key"))
                + "\n");
        if (answer.has("link")) {
            terminal.say(
                    CommandTexts.of("A link that fills in name and words where Landline is installed:") + "\n\n    "
                            + EventFields.text(answer, "link") + "\n");
        }
        if (!answer.get("confirmed").getAsBoolean()) {
            terminal.say(CommandTexts.of("Nobody has confirmed this key yet."));
        }
        return ExitCode.DONE;
    }

    @Command(name = "create",
            description = "makes a room; its key is four words unless --key-file or --open says otherwise")
    int create(@Parameters(paramLabel = "NAME", description = NEW_NAME) String name) throws Exception {
        String given = landline.keyGivenForNewWords();
        boolean open = landline.openForOneRoom();
        refuseKeyOfOpen(name, given, open);
        String key = open ? null : given != null ? given : RoomKey.generate(new SecureRandom()).words();
        String label = rooms().enter(bare(name), key, Origin.MADE_HERE);
        Terminal terminal = landline.terminal();
        JsonObject ok = JsonLines.ok();
        ok.addProperty("room", label);
        if (key != null && given == null) ok.addProperty("key", key);
        terminal.event(ok);
        terminal.say(open
                ? CommandTexts.of("Everybody on the network may come into {0}.",
                        conversation(label, open))
                : given != null
                        ? CommandTexts.of("Made {0}.", label)
                        : CommandTexts.of("The key of {0}, to be told to those who may come in:", label) + "\n\n    "
                                + key + "\n");
        warnOfWeakKey(terminal, given, label);
        sayWhereNamedTwice(terminal, name, conversation(label, open));
        return ExitCode.DONE;
    }

    @Command(name = "join", description = "joins a room: with --key-file F, LANDLINE_KEY, or --open")
    int join(@Parameters(paramLabel = "NAME", description = ROOM) String name) throws Exception {
        String key = landline.keyForOneRoom();
        boolean open = landline.openForOneRoom();
        refuseKeyOfOpen(name, key, open);
        if (key == null && !open) {
            throw CommandFailedException
                    .usage(CommandTexts.of("Joining {0} needs its key: --key-file F, LANDLINE_KEY, or --key"
                            + " for trying out; or --open for a room without one.", "#" + bare(name)));
        }
        String label = rooms().enter(bare(name), key, Origin.JOINED_BY_WORDS);
        Terminal terminal = landline.terminal();
        JsonObject ok = JsonLines.ok();
        ok.addProperty("room", label);
        terminal.event(ok);
        terminal.say(open
                ? CommandTexts.of("Joined {0}. It is open: everybody on this network can come in.",
                        conversation(label, open))
                : CommandTexts.of("Joined {0}. Nobody has confirmed this key yet; the first member who is here does.",
                        label));
        warnOfUnlistedWords(terminal, key);
        warnOfWeakKey(terminal, key, label);
        sayWhereNamedTwice(terminal, name, conversation(label, open));
        return ExitCode.DONE;
    }

    private ProfileRooms rooms() throws CommandFailedException {
        return new ProfileRooms(landline.optionsWithoutRooms());
    }

    private static void refuseKeyOfOpen(String name, @Nullable String key, boolean open)
            throws CommandFailedException {
        if (key == null || !open) return;
        throw CommandFailedException.usage(
                CommandTexts.of("{0} cannot be open and have a key: leave one of them out.", "#" + bare(name)));
    }

    /// Where most words of a key are those that Landline makes keys of, the others are probably mistyped. They are
    /// counted and not printed: what is printed here may end in a log.
    private static void warnOfUnlistedWords(Terminal terminal, @Nullable String typed) {
        if (typed == null) return;
        RoomKey key = RoomKey.of(typed);
        List<String> words = List.of(key.words().split(" "));
        List<String> unlisted = key.unlistedWords();
        if (2 * unlisted.size() > words.size()) return;
        for (String each : unlisted) {
            terminal.warn(
                    CommandTexts.of("Word {0} of the key is not one of Landline's words. Check its spelling, unless"
                            + " your friends made the key up themselves.", words.indexOf(each) + 1));
        }
    }

    private static void warnOfWeakKey(Terminal terminal, @Nullable String key, String label) {
        if (key == null || !RoomKey.of(key).isWeak()) return;
        terminal.warn(CommandTexts.inThisLanguage(OwnRooms.weakKey(label)));
    }

    /// A name may be that of several rooms, and alone it means the first one.
    private static void sayWhereNamedTwice(Terminal terminal, String name, String conversation) {
        String usual = "#" + bare(name);
        if (conversation.equals(usual)) return;
        terminal.say(CommandTexts.of("You are in another room {0} too. This one is {1} here.", usual, conversation));
    }

    /// The label without the word that says that it is open.
    private static String conversation(String label, boolean open) {
        return open ? RoomListing.withoutOpen(label) : label;
    }

    @Command(name = "leave", description = "leaves a room: its key is forgotten, its history stays")
    int leave(@Parameters(paramLabel = "NAME", description = ROOM) String name) throws Exception {
        Terminal terminal = landline.terminal();
        ProfileRooms.Left left = new ProfileRooms(landline.options()).leave(name);
        JsonObject ok = JsonLines.ok();
        ok.addProperty("room", left.label());
        ok.addProperty("open", left.open());
        terminal.event(ok);
        terminal.say(CommandTexts.of(left.open()
                ? "Left {0}. Its history stays, and shows again if you join it once more."
                : "Left {0}. Its history stays, and shows again if you join it with the same key.",
                Escapes.line(conversation(left.label(), left.open()))));
        return ExitCode.DONE;
    }

    @Command(name = "rename", description = "your own name for a room; without one its real name stands again")
    int rename(@Parameters(paramLabel = "NAME", description = ROOM) String name,
            @Parameters(paramLabel = "OWN", arity = "0..1",
                    description = "what you call it; nobody else sees that") @Nullable String own)
            throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject rename = JsonLines.command("rename-room", "room", name);
        if (own != null) rename.addProperty("name", own);
        CommandFailedException.checked(ReadOnlyNode.askAbout(landline.options(), rename, "room"));
        String room = Escapes.line(EventFields.text(rename, "room"));
        terminal.event(JsonLines.ok());
        terminal.say(own == null
                ? CommandTexts.of("{0} has its real name again.", room)
                : CommandTexts.of("You see {0} as {1}. Others see its real name.", room, Escapes.line(own)));
        return ExitCode.DONE;
    }

    @Command(name = "archive", description = "takes a room, or another conversation, out of the window's list")
    int archive(
            @Parameters(paramLabel = "TO",
                    description = "a name, a fingerprint's first digits, '#room' or room:NAME") String to,
            @Option(names = "--off", description = "puts it back") boolean off) throws Exception {
        Terminal terminal = landline.terminal();
        JsonObject archive = JsonLines.command("archive", "conversation", to);
        archive.addProperty("on", !off);
        CommandFailedException.checked(ReadOnlyNode.askAbout(landline.options(), archive, "conversation"));
        String archived = Escapes.line(EventFields.text(archive, "conversation"));
        terminal.event(JsonLines.ok());
        terminal.say(off
                ? CommandTexts.of("{0} is in the list again.", archived)
                : CommandTexts.of("Archived {0}. It stays connected; a new message brings it back, unless it is muted.",
                        archived));
        return ExitCode.DONE;
    }

    @Command(name = "change-words", description = "gives a room new words: four random ones, or those of --key-file."
            + " All members that this profile knows get them, at most 1,000 and those known best, except people you"
            + " blocked and those named by --without")
    int changeWords(@Parameters(paramLabel = "NAME", description = ROOM) String name,
            @Option(names = "--without", paramLabel = "PERSON",
                    description = "who stays behind, by name or digits") @Nullable List<String> without)
            throws Exception {
        Terminal terminal = landline.terminal();
        String key = landline.keyGivenForNewWords();
        try (NodeConnection node = NodeFinder.open(landline.optionsWithoutRooms())) {
            JsonObject change = JsonLines.command("change-words", "room", name);
            node.nameRoom(change, "room");
            String room = EventFields.text(change, "room");
            if (key != null) change.addProperty("key", key);
            JsonObject members = CommandFailedException
                    .checked(node.listed(JsonLines.command("members", "room", room), "members"));
            change.add("without", ChosenMembers.named(members.getAsJsonArray("members"),
                    without == null ? List.of() : without));
            JsonObject ok = CommandFailedException.checked(node.command(change));
            if (key != null) ok.remove("key");
            terminal.event(ok);
            terminal.say((key != null
                    ? CommandTexts.of("{0} has the words that you gave.", Escapes.line(room)) + " "
                    : CommandTexts.of("The new key of {0}:", Escapes.line(room)) + "\n\n    "
                            + EventFields.text(ok, "key") + "\n\n")
                    + receivers(ok));
            warnOfWeakKey(terminal, key, EventFields.text(ok, "room"));
        }
        return ExitCode.DONE;
    }

    /// @param ok of the command `change-words`
    static String receivers(JsonObject ok) {
        int people = ok.get("people").getAsInt();
        String told = switch (people) {
            case 0 -> CommandTexts.of("No member gets it from here: tell it to those who may come in.");
            case 1 -> CommandTexts.of("Landline hands it to {0} member as soon as they are here, for 30 days.", people);
            default -> CommandTexts.of("Landline hands it to {0} members as soon as they are here, for 30 days.",
                    people);
        };
        return !ok.has("leftOutCount")
                ? told
                : told + " "
                        + CommandTexts.of(
                                "No more can be chosen. Left out are those known least ({0}): tell it to those"
                                        + " who may come in.",
                                NumberFormatter.grouped(ok.get("leftOutCount").getAsInt()));
    }

    @Command(name = "take-words", description = "takes the new words that somebody offers for a room")
    int takeWords(@Parameters(paramLabel = "NAME", description = ROOM) String name,
            @Option(names = "--by", paramLabel = "PERSON",
                    description = "whose, where several people offer words") @Nullable String by)
            throws Exception {
        return decide("take-words", name, by, room -> CommandTexts.of("{0} goes on with the new words.", room));
    }

    @Command(name = "decline-words", description = "turns new words down: you stay in the room with the old ones")
    int declineWords(@Parameters(paramLabel = "NAME", description = ROOM) String name,
            @Option(names = "--by", paramLabel = "PERSON",
                    description = "whose, where several people offer words") @Nullable String by)
            throws Exception {
        return decide("decline-words", name, by, room -> CommandTexts.of("You stay in {0} with the old words.", room));
    }

    private int decide(String command, String name, @Nullable String by, UnaryOperator<String> done)
            throws Exception {
        Terminal terminal = landline.terminal();
        try (NodeConnection node = NodeFinder.open(landline.options())) {
            JsonObject decision = JsonLines.command(command, "room", name);
            node.nameRoom(decision, "room");
            String room = EventFields.text(decision, "room");
            if (by != null) {
                JsonObject members = CommandFailedException
                        .checked(node.listed(JsonLines.command("members", "room", room), "members"));
                decision.add("peer", ChosenMembers.named(members.getAsJsonArray("members"), List.of(by)).get(0));
            }
            JsonObject ok = CommandFailedException.checked(node.command(decision));
            terminal.event(ok);
            terminal.say(done.apply(Escapes.line(room)));
        }
        return ExitCode.DONE;
    }

    private static String bare(String name) {
        return TypedNames.room(name);
    }
}
