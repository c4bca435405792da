package io.landline.cli;

import io.landline.cli.file.FilesOnDisk;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.MeantWord;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import io.landline.filetransfer.AcceptRule;
import io.landline.lab.Escapes;
import io.landline.lab.LabException;
import io.landline.lab.TextFile;
import io.landline.node.port.TypedAddress;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.peer.TypedNames;
import io.landline.settings.NetworkSettings;
import io.landline.settings.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options of every subcommand that runs or asks a node (docs/command-line.md, "Options of every command"),
/// wherever on the line they stand. Filled by picocli, checked by [#toOptions]. Confined to the main thread.
final class Arguments {
    /// A key file holds a few words; a user who names a film by mistake is told.
    private static final int KEY_FILE_BYTES_MAX = 4_096;

    @Option(names = "--profile", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "the folder with identity, settings and history")
    @Nullable
    String profile;

    @Option(names = "--name", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "what others see you as")
    @Nullable
    String name;

    @Option(names = "--udp-port", paramLabel = "N", scope = ScopeType.INHERIT,
            description = "the shared UDP port (usually 5263)")
    @Nullable
    Integer udpPort;

    @Option(names = "--tcp-port", paramLabel = "N", scope = ScopeType.INHERIT,
            description = "the TCP port to listen on; 0: any")
    @Nullable
    Integer tcpPort;

    @Option(names = "--interface", paramLabel = "IF", scope = ScopeType.INHERIT,
            description = "only this network interface (repeatable); lo: this machine alone")
    List<String> interfaces = new ArrayList<>();

    @Option(names = "--peer", paramLabel = "HOST[:PORT]", scope = ScopeType.INHERIT,
            description = "also look for a node at this address (repeatable)")
    List<String> peers = new ArrayList<>();

    @Option(names = "--downloads", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "where files go")
    @Nullable
    String downloads;

    @Option(names = "--accept", paramLabel = "RULE", scope = ScopeType.INHERIT,
            description = "which files are taken without asking: all, known, ask or none")
    @Nullable
    String accept;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "one JSON object a line, for programs")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", scope = ScopeType.INHERIT, description = "auto, always or never")
    @Nullable
    String colour;

    @Option(names = {"-v", "--verbose"}, scope = ScopeType.INHERIT,
            description = "what goes to the log goes to stderr too")
    boolean verbose;

    private final List<RoomArgument> rooms = new ArrayList<>();
    private @Nullable String keyBeforeRoom;
    private boolean openBeforeRoom;
    private @Nullable String badOption;

    private static final class RoomArgument {
        final String name;
        @Nullable
        String key;
        boolean open;

        RoomArgument(String name) { this.name = name; }

        String nameAlone() {
            return TypedNames.room(name);
        }
    }

    // Java lists methods in no fixed order, other than fields: these say theirs.
    @Option(names = "--room", paramLabel = "NAME", order = 1, scope = ScopeType.INHERIT,
            description = "a room (repeatable), with --key, --key-file or --open")
    void addRoom(@Nullable String roomName) {
        if (roomName == null) return; // picocli gives null where the option does not stand
        var room = new RoomArgument(roomName);
        room.key = keyBeforeRoom;
        keyBeforeRoom = null;
        room.open = openBeforeRoom;
        openBeforeRoom = false;
        rooms.add(room);
    }

    @Option(names = "--key", paramLabel = "KEY", order = 2, scope = ScopeType.INHERIT,
            description = "the room's key; for trying out: others on this computer can see it. Better: --key-file, or"
                    + " LANDLINE_KEY")
    void setKey(@Nullable String key) {
        if (key == null) return;
        keyGivenOpenly = true;
        giveKey(key);
    }

    private boolean keyGivenOpenly;

    @Option(names = "--key-file", paramLabel = "F", order = 3, scope = ScopeType.INHERIT,
            description = "a file with the room's key")
    void setKeyFile(@Nullable String file) {
        if (file == null) return;
        try {
            Path path = Path.of(file);
            if (Files.isDirectory(path)) throw new IOException(CommandTexts.of("it is a folder"));
            giveKey(TextFile.read(path, KEY_FILE_BYTES_MAX).strip());
        } catch (LabException e) {
            badOption = unreadableKey(file, CommandTexts.of("it is larger than a key"));
        } catch (IOException | InvalidPathException e) {
            badOption = unreadableKey(file, CommandFailedException.reason(e));
        }
    }

    private static String unreadableKey(String file, String why) {
        return CommandTexts.of("The key file {0} cannot be read: {1}.", file, why);
    }

    @Option(names = "--open", order = 4, scope = ScopeType.INHERIT,
            description = "the room has no key: everybody on the network may come in")
    void setOpen(boolean given) {
        if (!given) return;
        if (isOfTheRoomBehind()) {
            openBeforeRoom = true;
        } else {
            rooms.getLast().open = true;
        }
    }

    private void giveKey(String key) {
        if (isOfTheRoomBehind()) {
            keyBeforeRoom = key;
        } else {
            rooms.getLast().key = key;
        }
    }

    /// Of which room a key is, or `--open`: a room before it that is open or has a key of its own takes no other.
    private boolean isOfTheRoomBehind() {
        return rooms.isEmpty() || rooms.getLast().key != null || rooms.getLast().open;
    }

    /// Whether a key stood on the command line, where others can read it.
    boolean keyWasGivenOpenly() {
        return keyGivenOpenly;
    }

    /// The key for a room that the subcommand itself names (`room create NAME`); null where none was given.
    @Nullable
    String keyForOneRoom(@Nullable String keyFromEnvironment) throws CommandFailedException {
        if (badOption != null) throw CommandFailedException.usage(badOption);
        return keyBeforeRoom != null ? keyBeforeRoom : openBeforeRoom ? null : keyFromEnvironment;
    }

    boolean openForOneRoom() {
        return openBeforeRoom;
    }

    /// The same without what was said of that one room.
    Arguments withoutRooms() {
        keyBeforeRoom = null;
        openBeforeRoom = false;
        return this;
    }

    Terminal.Colour colour() throws CommandFailedException {
        return colour == null ? Terminal.Colour.AUTO : Terminal.Colour.typed(colour);
    }

    /// All that was given, checked; nothing was touched yet. The key of the one room without a key of its own may come
    /// from the environment.
    NodeOptions toOptions(@Nullable String keyFromEnvironment) throws CommandFailedException {
        if (badOption != null) throw CommandFailedException.usage(badOption);
        if (!rooms.isEmpty() && (rooms.getLast().open ? keyBeforeRoom != null : openBeforeRoom)) {
            throw openWithKey(rooms.getLast());
        }
        if (keyBeforeRoom != null) {
            throw CommandFailedException
                    .usage(CommandTexts.of("A key was given without a room: put --room NAME before it."));
        }
        if (openBeforeRoom && rooms.isEmpty()) { // else it was said twice
            throw CommandFailedException.usage(CommandTexts.of("--open belongs to a room: put --room NAME before it."));
        }
        if (udpPort != null) {
            NumberOption.checkPort("--udp-port", udpPort, NetworkSettings.UDP_PORT_MIN, NetworkSettings.UDP_PORT_MAX);
        }
        if (tcpPort != null) NumberOption.checkPort("--tcp-port", tcpPort, 0, NetworkSettings.TCP_PORT_MAX);
        String called = name == null ? null : TypedNames.tidy(name);
        if (called != null && !PeerName.mayBeChosen(called)) {
            throw CommandFailedException.usage(
                    CommandTexts.of("--name takes 1 to {0} characters without line breaks.", PeerName.MAX_CODE_POINTS));
        }
        return new NodeOptions(profile == null ? null : FilesOnDisk.path(profile),
                called == null ? null : new PeerName(called),
                requestedRooms(keyFromEnvironment), new Network(udpPort, tcpPort, List.copyOf(interfaces), addresses()),
                downloads == null ? null : downloads(FilesOnDisk.path(downloads)), rule(), verbose);
    }

    /// Where files can go, now or once the folders below what is there are made. It is stored, so it is refused before.
    private static Path downloads(Path folder) throws CommandFailedException {
        Path there = Profile.nearestThere(folder.toAbsolutePath());
        if (Files.isDirectory(there) && Files.isWritable(there)) return folder;
        throw CommandFailedException.usage(CommandTexts.of("Files cannot go to {0}: {1}. Give another --downloads.",
                Escapes.line(folder.toString()), Files.isDirectory(there)
                        ? CommandTexts.of("nothing can be written in {0}", Escapes.line(there.toString()))
                        : CommandTexts.of("{0} is no folder", Escapes.line(there.toString()))));
    }

    private List<RequestedRoom> requestedRooms(@Nullable String keyFromEnvironment) throws CommandFailedException {
        var requested = new ArrayList<RequestedRoom>();
        String spare = keyFromEnvironment;
        for (RoomArgument room : rooms) {
            String roomName = room.nameAlone();
            if (!RoomName.mayBeChosen(roomName)) {
                throw CommandFailedException.usage(
                        CommandTexts.of("--room takes a name of 1 to {0} bytes without line breaks.",
                                RoomName.MAX_BYTES));
            }
            if (room.open && room.key != null) {
                throw openWithKey(room);
            }
            String key = room.key;
            if (key == null && !room.open) {
                key = spare;
                spare = null;
            }
            // A room of the profile may be named without its key: the node finds it there, or says that the key is
            // missing.
            if (key != null && key.isBlank()) {
                throw CommandFailedException.usage(CommandTexts.of("The key of {0} is empty.", "#" + roomName));
            }
            requested.add(new RequestedRoom(new RoomName(roomName), room.open, key));
        }
        return requested;
    }

    private static CommandFailedException openWithKey(RoomArgument room) {
        return CommandFailedException.usage(
                CommandTexts.of("{0} cannot be open and have a key: leave one of them out.", "#" + room.nameAlone()));
    }

    private List<TypedAddress> addresses() throws CommandFailedException {
        var list = new ArrayList<TypedAddress>();
        for (String text : peers) {
            TypedAddress address = TypedAddress.parse(text);
            if (address == null) {
                throw CommandFailedException
                        .usage(CommandTexts.of("--peer takes HOST or HOST:PORT; {0} is neither.", Escapes.line(text)));
            }
            list.add(address);
        }
        return list;
    }

    private @Nullable AcceptRule rule() throws CommandFailedException {
        if (accept == null) return null;
        AcceptRule rule = AcceptRule.ofWord(accept.toLowerCase(Locale.ROOT));
        if (rule == null) {
            throw CommandFailedException.usage(MeantWord.behind(
                    CommandTexts.of("--accept takes all, known, ask or none."), accept,
                    Arrays.stream(AcceptRule.values()).map(AcceptRule::word).toList()));
        }
        return rule;
    }
}
