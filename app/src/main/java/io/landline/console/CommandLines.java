package io.landline.console;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus.State;
import io.landline.control.ControlServer;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.Node;
import io.landline.node.NodeEnd;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.port.Chats.StoredText;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.WayBack;
import io.landline.node.port.TypedAddress;
import io.landline.peer.Fingerprint;
import io.landline.peer.WireWord;
import io.landline.room.JoinLink;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The commands of docs/command-line.md, "Commands of `node --json`", as JSON lines, each answered with exactly one
/// `ok` or `failed` line that carries its `id` as given. The same lines come from the standard input of `node --json`
/// and from other subcommands through the local socket; those use a few more than the contract names
/// (docs/protocol/control.md). Any thread; a command may wait for the disk.
public final class CommandLines implements AutoCloseable {
    /// A path may have 4,096 bytes, a text 16 KiB; JSON may need six bytes for one.
    public static final int LINE_BYTES_MAX = ControlServer.COMMAND_BYTES_MAX;
    /// Of a name, a room key, an id, an address or a date.
    public static final int NAME_BYTES_MAX = 4_096;
    /// Messages of one program on their way to the disk. One more waits.
    private static final int UNDER_WAY_MAX = 256;

    private static final System.Logger LOG = System.getLogger(CommandLines.class.getName());

    private final Node node;
    private final Runnable quit;
    private final @Nullable Consumer<WindowRequest> raise;
    private final Runnable watch;
    private final Runnable watchOwn;
    private final LimitLines limits;
    private final Semaphore underWay = new Semaphore(UNDER_WAY_MAX);

    /// @param quit what `{"do":"quit"}` does; it must not wait for the answer
    /// @param raise brings the window forward; null if there is no window
    /// @param watch shows every presence datagram from now on to the client that gave the command
    /// @param watchOwn tells it from now on what this user writes
    public CommandLines(Node node, Runnable quit, @Nullable Consumer<WindowRequest> raise, Runnable watch,
            Runnable watchOwn) {
        this.node = node;
        this.quit = quit;
        this.raise = raise;
        this.watch = watch;
        this.watchOwn = watchOwn;
        limits = new LimitLines(node);
    }

    /// Carries out one line. Answers come in the order of the lines. The line after a `say` does not wait until that is
    /// on the disk: so a program with many messages is not held up by each. Any other command waits for those before
    /// it.
    ///
    /// @param out takes the answer, on any thread; it must not block
    public void carryOut(String line, Consumer<JsonObject> out) {
        JsonElement id = null;
        JsonObject answer;
        Runnable after = () -> {};
        try {
            JsonFields command = StrictJson.object(line);
            id = command.raw("id");
            String what = command.text("do", NAME_BYTES_MAX);
            switch (what) {
                case "say" -> {
                    say(command, id, out);
                    return;
                }
                case "quit" -> { // its answer comes before `bye`
                    answer = answer("ok", id);
                    after = quit;
                }
                default -> {
                    awaitSaid();
                    answer = carryOut(what, command, id);
                    answer.addProperty("at", EventLines.at(Instant.now())); // it is done now; it was begun before
                }
            }
        } catch (MalformedJsonException e) {
            answer = failed(id == null ? StrictJson.member(line, "id") : id, Code.MALFORMED.text(),
                    "This is not a command: " + e.getMessage() + ". Nothing was done.");
        } catch (CommandException e) {
            answer = failed(id, e.code().text(), e.getMessage());
        } catch (InvalidPathException e) {
            answer = failed(id, Code.NO_FILE.text(), "This system cannot have a path like that. Nothing was done.");
        } catch (RuntimeException e) { // the next line is a command too, and its program waits for this answer
            answer = refusal(id, e);
        }
        awaitSaid();
        out.accept(answer);
        after.run();
    }

    private static JsonObject refusal(@Nullable JsonElement id, RuntimeException e) {
        if (DatabaseAccess.isRefusal(e)) return failed(id, Code.STORAGE.text(), String.valueOf(e.getMessage()));
        if (!NodeEnd.isWhy(e)) return fault(id, e);
        return failed(id, Code.NODE_GONE.text(),
                "The node is ending; this may not have been done. Give the command again once it is back.");
    }

    private static JsonObject fault(@Nullable JsonElement id, RuntimeException e) {
        LOG.log(System.Logger.Level.ERROR, "a command failed", e);
        return failed(id, Code.FAULT.text(),
                "Landline failed at this command, which is a fault of its own. The log says more.");
    }

    /// Answers a line that is not UTF-8, in its turn. With other letters in the place of its bytes it would be another
    /// command.
    void unreadable(Consumer<JsonObject> out) {
        awaitSaid();
        out.accept(failed(null, Code.MALFORMED.text(), "This is not a command: it is not UTF-8. Nothing was done."));
    }

    /// Answers a line that is longer than [#LINE_BYTES_MAX], in its turn, with its `id` where that stands in the
    /// beginning.
    void tooLong(String beginning, Consumer<JsonObject> out) {
        awaitSaid();
        out.accept(failed(StrictJson.memberOfBeginning(beginning, "id"), Code.TOO_LONG.text(),
                "A command has at most " + LINE_BYTES_MAX / 1024 + " KiB: give it in pieces."));
    }

    private void say(JsonFields command, @Nullable JsonElement id, Consumer<JsonObject> out)
            throws MalformedJsonException, CommandException {
        CompletableFuture<StoredText> written = ActLines.say(node.acts(), node.reader(), command);
        underWay.acquireUninterruptibly();
        written.whenComplete((said, failure) -> {
            try {
                if (said != null) {
                    JsonObject ok = answer("ok", id);
                    ActLines.said(ok, said);
                    out.accept(ok);
                } else if (failure.getCause() instanceof CommandException e) {
                    out.accept(failed(id, e.code().text(), e.getMessage()));
                } // else the node ends, and hangs up
            } finally {
                underWay.release();
            }
        });
    }

    private void awaitSaid() {
        underWay.acquireUninterruptibly(UNDER_WAY_MAX);
        underWay.release(UNDER_WAY_MAX);
    }

    private JsonObject carryOut(String what, JsonFields command, @Nullable JsonElement id)
            throws MalformedJsonException, CommandException {
        JsonObject ok = answer("ok", id);
        switch (what) {
            case "forward", "edit", "delete", "react", "pin", "poll", "vote", "close" -> ActLines.answer(node.acts(),
                    node.reader(), what, command, ok);
            case "collect", "hand-in",
                    "remind" -> HandInLines.answer(node.fileTransfers().handIns(), what, command, ok);
            case "boxes", "box", "box-table" -> HandInLines.list(node.fileTransfers().handIns(), what,
                    command, ok);
            case "shelf-add", "shelf-remove", "shelves", "shelf-list", "shelf-take" -> ShelfLines
                    .answer(node.fileTransfers().shelves(), what, command, ok);
            case "send" -> FileLines.send(node.chats(), command, ok);
            case "accept" -> FileLines.accept(node.fileTransfers(), transfer(command), command);
            case "decline" -> node.fileTransfers().decline(transfer(command));
            case "pause" -> node.fileTransfers().pause(transfer(command));
            case "resume" -> node.fileTransfers().resume(transfer(command));
            case "cancel" -> cancel(command);
            case "retry" -> FileLines.retry(node.fileTransfers(), command, ok);
            case "read" -> node.chats().read(command.text("conversation", NAME_BYTES_MAX));
            case "mute" -> MuteLines.answer(node.chats(), command);
            case "join" -> join(command, ok);
            case "change-words", "take-words", "decline-words" -> WordsLines.answer(node.rooms(), what, command, ok);
            case "leave" -> {
                WayBack left = node.rooms().leave(command.filled("room", NAME_BYTES_MAX));
                ok.addProperty("room", left.label());
                ok.addProperty("open", left.open());
            }
            case "peers" -> PeerLines.page(node.contacts().here(),
                    peer -> node.contacts().activity().of(peer).status(), FileLines.next(command), ok);
            case "allow-more" -> node.chats().allowMore(Fingerprint.of(command.hex("peer", Fingerprint.BYTES)));
            case "connect" -> node.contacts().connect(address(command));
            case "transfers" -> FileLines.list(node.fileTransfers(), command.flag("over"), FileLines.next(command), ok);
            case "limit" -> limits.set(command);
            case "typing" -> node.contacts().activity().typing(to(command));
            case "status" -> status(command, ok);
            case "share-activity" -> node.contacts().activity().share(command.saidFlag("on"));
            case "history", "export", "search", "save", "saved", "pinned", "voters", "rooms", "members", "namesakes",
                    "words", "archive", "rename-room", "room-words", "verify", "keep", "block", "blocked",
                    "allow" -> ProfileLines
                            .answer(node.reader(), what, command, new RunningNode(node), ok);
            case "networks" -> ok.add("networks", NetworkLines.networks(node.network().networks(),
                    node.network().chosenToListenOnly()));
            case "listen-only" -> NetworkLines.listenOnly(node.network(), command);
            case "look-around" -> NetworkLines.lookAround(node.lookAround(), command, ok);
            case "watch" -> watch.run();
            case "watch-own" -> watchOwn.run();
            case "doctor" -> FindingLines.answer(node, command, ok);
            case "raise" -> raise(command);
            default -> throw new CommandException(Code.MALFORMED,
                    "There is no command of that name. Nothing was done.");
        }
        return ok;
    }

    private void raise(JsonFields command) throws MalformedJsonException, CommandException {
        String text = command.textOrNull("link", JoinLink.MAX_BYTES);
        JoinLink link = text == null ? null : JoinLink.parse(text).orElse(null);
        if (text != null && link == null) {
            throw new CommandException(Code.MALFORMED, "This is not a link to a room. Nothing was done.");
        }
        if (raise == null) throw new CommandException(Code.NOT_POSSIBLE, "This node has no window. Nothing was done.");
        List<Path> files = command.has("paths") ? FileLines.files(command).items() : List.of();
        if (!files.stream().allMatch(Path::isAbsolute)) {
            throw new CommandException(Code.MALFORMED, "A path here is a whole one. Nothing was done.");
        }
        raise.accept(new WindowRequest(link, command.flag("brokenLink"), files, false));
    }

    private void cancel(JsonFields command) throws MalformedJsonException, CommandException {
        String offer = command.textOrNull("offer", NAME_BYTES_MAX);
        if (offer != null) {
            command.textOrNull("transfer", NAME_BYTES_MAX); // a wrong one costs the command here too
            node.fileTransfers().withdraw(offer);
        } else {
            node.fileTransfers().cancel(transfer(command));
        }
    }

    private void join(JsonFields command, JsonObject ok) throws MalformedJsonException, CommandException {
        String room = command.text("room", NAME_BYTES_MAX);
        String key = command.textOrNull("key", NAME_BYTES_MAX);
        if (command.flag("open") == (key != null)) {
            throw new CommandException(Code.MALFORMED,
                    "A room is joined with its key, or as an open one: give one of the two.");
        }
        boolean made = command.flag("made");
        OwnRoom joined = key != null && made
                ? node.rooms().create(room, key)
                : node.rooms().join(room, key);
        ok.addProperty("room", joined.label());
    }

    private static TypedAddress address(JsonFields command) throws MalformedJsonException {
        String host = command.text("host", NAME_BYTES_MAX);
        if (!TypedAddress.isHost(host)) throw new MalformedJsonException("host is no name or address of a computer");
        return new TypedAddress(host, (int) command.numberOr("port", TypedAddress.PORT_USUAL, 1, 65_535));
    }

    /// Says whether the user is here, away or busy, where a state is given. The answer is what the other subcommands of
    /// this user compare their options with.
    private void status(JsonFields command, JsonObject ok) throws MalformedJsonException, CommandException {
        String word = command.textOrNull("state", NAME_BYTES_MAX);
        String text = command.textOrNull("text", NAME_BYTES_MAX);
        if (word != null) {
            State state = WireWord.find(State.class, word);
            if (state == null) {
                throw new CommandException(Code.MALFORMED, "The state is here, away or busy. Nothing was changed.");
            }
            node.contacts().activity().say(state, text == null ? "" : text);
        }
        EventLines.addStatus(ok, node.contacts().activity().own());
        Node.Status status = node.status();
        ok.addProperty("name", status.name());
        ok.addProperty("fingerprint", status.fingerprint().hex());
        ok.addProperty("profile", status.profile().toString());
        ok.addProperty("tcpPort", status.tcpPort());
        ok.addProperty("udpPort", status.udpPort());
        ok.add("interfaces", EventLines.array(status.interfaces(), name -> name));
        ok.addProperty("downloads", status.downloads().toString());
        ok.addProperty("accept", status.accept());
    }

    /// The client has gone: what held for it alone ends.
    @Override
    public void close() {
        limits.close();
    }

    static String to(JsonFields command) throws MalformedJsonException {
        return command.text("to", NAME_BYTES_MAX);
    }

    private static String transfer(JsonFields command) throws MalformedJsonException {
        return command.text("transfer", NAME_BYTES_MAX);
    }

    private static JsonObject answer(String event, @Nullable JsonElement id) {
        JsonObject json = EventLines.event(event, Instant.now());
        if (id != null) json.add("id", id);
        return json;
    }

    static JsonObject failed(@Nullable JsonElement id, String code, @Nullable String message) {
        JsonObject json = answer("failed", id);
        json.addProperty("code", code);
        json.addProperty("message", message);
        return json;
    }
}
