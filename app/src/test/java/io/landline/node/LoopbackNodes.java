package io.landline.node;

import io.landline.node.profile.NodeException;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// For tests with real nodes that find each other on the loopback interface: a folder for their profiles and a shared
/// UDP port for each test.
@ExtendWith(BackgroundFailures.class)
public abstract class LoopbackNodes {
    @TempDir
    public Path folder;
    public int udpPort;

    @BeforeEach
    protected final void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    /// A node of the room `#class`, with a profile of that name; one that was there before goes on.
    protected RunningForTest start(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room());
    }
}
