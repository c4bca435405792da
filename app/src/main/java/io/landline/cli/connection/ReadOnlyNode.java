package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.console.ProfileLines;
import io.landline.control.ControlClient;
import io.landline.control.NodeGoneException;
import io.landline.lab.Escapes;
import io.landline.node.ProfileWithoutNode;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.settings.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// For subcommands that only read what the profile remembers: the running node is asked, and with none running the
/// profile is read without any network.
///
/// The reader of the output may take an hour for a screen of it. Between commands nothing is held. A running node is
/// asked over a new connection each time, so its events do not pile up. An opened profile is let go of after a second,
/// so a node may start on it. Commands come from one thread; the lock guards the profile.
public final class ReadOnlyNode implements AutoCloseable {
    /// Opening a profile takes some ten milliseconds: a reader that keeps up does not pay that for each page.
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final NodeOptions options;
    private @Nullable ProfileWithoutNode profile;
    private long asked;
    private boolean checked;
    private boolean warned;

    public ReadOnlyNode(NodeOptions options) { this.options = options; }

    /// Asks once.
    public static JsonObject ask(NodeOptions options, JsonObject command)
            throws IOException, InterruptedException, CommandFailedException {
        try (var node = new ReadOnlyNode(options)) {
            return node.ask(command);
        }
    }

    /// Asks once about the conversation that this field names as it was typed.
    public static JsonObject askAbout(NodeOptions options, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        try (var node = new ReadOnlyNode(options)) {
            node.nameRoom(command, field);
            return node.ask(command);
        }
    }

    /// Asks for all pages of what a command lists in this field.
    public static JsonObject listed(NodeOptions options, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        try (var node = new ReadOnlyNode(options)) {
            return ListedPages.of(node::ask, command, field);
        }
    }

    /// The same of the room that the command names as it was typed.
    public static JsonObject listedAbout(NodeOptions options, JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        try (var node = new ReadOnlyNode(options)) {
            node.nameRoom(command, "room");
            return ListedPages.of(node::ask, command, field);
        }
    }

    /// As [NodeConnection#nameRoom].
    public void nameRoom(JsonObject command, String field)
            throws IOException, InterruptedException, CommandFailedException {
        RoomsByKey.name(command, field, options.rooms(), this::ask);
    }

    public synchronized JsonObject ask(JsonObject command)
            throws IOException, InterruptedException, CommandFailedException {
        asked++;
        var turn = new ProfileTurn();
        ProfileWithoutNode opened = profile;
        while (opened == null) {
            ControlClient running = NodeFinder.running(options);
            JsonObject answer = running == null ? null : ask(running, command);
            if (answer != null) return answer;
            if (running == null) opened = open(turn);
        }
        profile = opened;
        JsonObject answer = ProfileLines.answer(opened, command);
        long mine = asked;
        CompletableFuture.delayedExecutor(KEPT.toMillis(), TimeUnit.MILLISECONDS).execute(() -> letGo(mine));
        return answer;
    }

    /// For commands that read what was said. Where a folder was named that holds no profile, it was probably mistyped:
    /// nothing is made there.
    public static ReadOnlyNode ofOneThatIs(NodeOptions options) throws CommandFailedException {
        Path folder = options.profile();
        if (folder == null || !Profile.isMissing(folder)) return new ReadOnlyNode(options);
        throw CommandFailedException.usage(CommandTexts.of(
                "There is no profile in {0}. Correct what stands behind --profile; landline node makes a profile"
                        + " there.",
                Escapes.line(folder.toString())));
    }

    /// Null where that node has ended before it could be asked: it was another command's.
    private @Nullable JsonObject ask(ControlClient running, JsonObject command)
            throws IOException, InterruptedException, CommandFailedException {
        try (NodeConnection node = new RunningNodeClient(running, options.verbose())) {
            try {
                if (!checked) OptionConflicts.check(options, node);
            } catch (NodeGoneException e) {
                return null;
            }
            checked = true;
            return node.command(command);
        }
    }

    /// Null where another command has come first.
    private @Nullable ProfileWithoutNode open(ProfileTurn turn) throws CommandFailedException {
        try {
            ProfileWithoutNode opened = ProfileWithoutNode.openToRead(options, SlowStart.of(options));
            if (!warned) ProfileProblems.warn(opened.reader().troubles()); // once, though a slow reader opens it again
            warned = true;
            return opened;
        } catch (NodeException e) {
            if (turn.comesAgain(e)) return null;
            throw NodeFinder.failed(e);
        }
    }

    private synchronized void letGo(long command) {
        if (command == asked) close();
    }

    @Override
    public synchronized void close() {
        if (profile != null) profile.close();
        profile = null;
    }
}
