package io.landline.bench;

import com.google.gson.JsonObject;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.room.RoomKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Real nodes for a benchmark: processes with fresh profiles on the loopback interface, all in the room `#bench` with a
/// key of its own. One thread; [#close] from any.
final class BenchNodes implements AutoCloseable {
    static final String ROOM = "bench";
    /// For a start, too: a busy computer may take minutes for it.
    static final Duration STEP_WITHIN = Duration.ofMinutes(5);

    private final ScratchFolder folder;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final String key = RoomKey.generate(new SecureRandom()).words();
    private final int udpPort;

    /// @param in where their temporary folder goes
    BenchNodes(Path in) throws IOException {
        folder = ScratchFolder.in(in, "landline-bench-");
        udpPort = FreePorts.udp();
    }

    /// Holds their profiles, and what else the benchmark writes.
    Path folder() {
        return folder.path();
    }

    NodeProcess start(String name) throws IOException {
        NodeProcess node = NodeProcess.start(new NodeProcess.Start(name, profile(name),
                downloads(name), udpPort, ROOM, key, List.of("--accept", "all")));
        synchronized (this) {
            nodes.add(node);
        }
        return node;
    }

    /// Of all that were started.
    synchronized List<Long> pids() {
        return nodes.stream().map(NodeProcess::pid).toList();
    }

    Path profile(String name) {
        return folder().resolve(name);
    }

    Path downloads(String name) {
        return folder().resolve(name + "-downloads");
    }

    /// Waits until a node is ready; the answer is its fingerprint.
    static String ready(NodeProcess node) throws IOException, InterruptedException {
        JsonObject ready = node.await("ready", _ -> true, STEP_WITHIN);
        if (ready == null) throw new IOException("A node did not start.");
        return ready.get("fingerprint").getAsString();
    }

    static void joined(NodeProcess node, String peer) throws IOException, InterruptedException {
        if (node.await("joined", e -> e.get("peer").getAsString().equals(peer), STEP_WITHIN) == null) {
            throw new IOException("Two nodes did not meet.");
        }
    }

    /// Asks all that still run to quit, and waits for it.
    void quit() throws InterruptedException {
        List<NodeProcess> running;
        synchronized (this) {
            running = List.copyOf(nodes);
        }
        for (NodeProcess node : running) node.quit();
    }

    /// Ends at once all that still run, and takes the temporary folder away.
    @Override
    public synchronized void close() throws IOException {
        nodes.forEach(NodeProcess::close);
        folder.close();
    }
}
