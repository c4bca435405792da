package io.landline.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A locked profile, and a folder for the socket of its server, in which nothing may be left.
abstract class ControlFixture {
    /// Longer than any test takes; tests wait for events, never for this.
    static final Duration EVER = Duration.ofSeconds(50);

    @TempDir
    Path folder;
    Path sockets;
    ProfileLock lock;

    @BeforeEach
    void start() throws IOException {
        sockets = Files.createTempDirectory("t"); // a short path
        lock = ProfileLock.acquire(Profile.open(folder));
    }

    @AfterEach
    void end() throws IOException {
        lock.close();
        try (var left = Files.list(sockets)) {
            assertEquals(List.of(), left.toList(), "a socket was left");
        }
        Files.delete(sockets);
    }

    ControlServer open(ControlServer.Handler handler, Duration roomMax, Duration placeMax) throws IOException {
        return ControlServer.open(lock, handler, new SocketPath(sockets.resolve("s"), false), roomMax, placeMax);
    }

    ControlClient connect() throws IOException {
        ControlClient connection = ControlClient.toNodeOf(lock.profile());
        assertNotNull(connection);
        return connection;
    }

    static ControlServer.Handler echo() {
        return client -> line -> client.send("you said " + line);
    }
}
