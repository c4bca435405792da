package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.node.profile.NodeOptions;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.settings.ProfileInUseException;
import io.landline.settings.ProfileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a profile that others take for a moment, again and again, as those do that only read in it.
class ProfileTurnTest {
    private interface Command {
        void run() throws Exception;
    }

    @TempDir
    private Path folder;

    private NodeOptions options() throws Exception {
        return new NodeOptions(folder.resolve("profile"), new PeerName("Ada"), List.of(),
                new NodeOptions.Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"),
                null, false);
    }

    private static Void comeAndGo(Profile profile, AtomicBoolean over) throws Exception {
        while (!over.get()) {
            try {
                ProfileLock.acquire(profile).close();
            } catch (ProfileInUseException e) {
                Thread.onSpinWait(); // the command has its turn
            }
        }
        return null;
    }

    private void besideOthers(NodeOptions options, Command command) throws Exception {
        ReadOnlyNode.ask(options, JsonLines.command("rooms"));
        Profile profile = Profile.open(folder.resolve("profile"));
        var over = new AtomicBoolean();
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Void> others = thread.submit(() -> comeAndGo(profile, over));
            try {
                command.run();
            } finally {
                over.set(true);
            }
            others.get();
        }
    }

    @Test
    void whatOnlyReadsComesToItsTurn() throws Exception {
        NodeOptions options = options();
        besideOthers(options, () -> {
            for (int i = 0; i < 30; i++) {
                assertTrue(EventFields.isOk(ReadOnlyNode.ask(options, JsonLines.command("rooms"))));
            }
        });
    }

    @Test
    void whatStartsANodeComesToItsTurn() throws Exception {
        NodeOptions options = options();
        besideOthers(options, () -> {
            for (int i = 0; i < 3; i++) NodeFinder.open(options).close();
        });
    }
}
