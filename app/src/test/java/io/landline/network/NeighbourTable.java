package io.landline.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// The kernel's table of who is at which address, made wide enough for many computers that are one: its rows are
/// counted over all network namespaces, and where there is no room for one more (usually 1,024, and a hundred nodes
/// need some ten thousand), a packet to a new address is dropped. A real computer has a table of its own. Closing it
/// brings the limits back.
final class NeighbourTable implements AutoCloseable {
    private static final Path LIMITS = Path.of("/proc/sys/net/ipv4/neigh/default");
    /// Below this many nothing is cleared; above it what is old; above that what is five seconds old, and then nothing
    /// more gets in.
    private static final Map<String, Integer> WANTED = Map.of("gc_thresh1", 32_768, "gc_thresh2", 65_536, "gc_thresh3",
            131_072);

    private final Map<Path, String> before = new LinkedHashMap<>();

    private NeighbourTable() {}

    static NeighbourTable widened() throws IOException {
        var table = new NeighbourTable();
        for (var each : WANTED.entrySet()) {
            Path limit = LIMITS.resolve(each.getKey());
            String now = Files.readAllLines(limit).getFirst(); // readString asks twice, and such a file answers once
            if (Integer.parseInt(now) >= each.getValue()) continue;
            table.before.put(limit, now);
            Files.writeString(limit, each.getValue().toString());
        }
        return table;
    }

    @Override
    public void close() {
        before.forEach((limit, was) -> {
            try {
                Files.writeString(limit, was);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
