package io.landline.ui.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The internet sockets that a process holds, as the system has them (proc(5)): those of its open files that stand in
/// the tables of TCP and UDP.
final class OpenSockets {
    private static final List<String> TABLES = List.of("tcp", "tcp6", "udp", "udp6");
    private static final String SOCKET = "socket:[";
    private static final int LOCAL = 1;
    private static final int INODE = 9;

    private OpenSockets() {}

    static boolean canBeSeen() {
        return Files.isReadable(Path.of("/proc/self/net/tcp"));
    }

    /// `udp 0100007F:2EE0`: table and local address of each.
    static Set<String> of(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        Set<String> inodes = inodes(process.resolve("fd"));
        var sockets = new TreeSet<String>();
        for (String table : TABLES) {
            Path file = process.resolve("net").resolve(table);
            if (!Files.exists(file)) continue;
            for (String line : Files.readAllLines(file)) {
                String[] fields = line.strip().split("\\s+");
                if (fields.length > INODE && inodes.contains(fields[INODE])) sockets.add(table + " " + fields[LOCAL]);
            }
        }
        return sockets;
    }

    private static Set<String> inodes(Path folder) throws IOException {
        var inodes = new HashSet<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String target = target(each);
                if (target.startsWith(SOCKET)) inodes.add(target.substring(SOCKET.length(), target.length() - 1));
            }
        }
        return inodes;
    }

    private static String target(Path link) throws IOException {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (NoSuchFileException _) {
            return ""; // closed meanwhile
        }
    }
}
