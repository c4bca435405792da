import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes what the launchers start Java with: `java` (one line: the executable of the JDK that this very program runs on, which is
/// the one that the build chose) and `launch.args` (an argument file: JVM options, module path, main class).
///
/// Arguments: the folder to write to, module/class, module path.
class LaunchArguments {
    static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<String> options = List.of(
                "-XX:+UseSerialGC", // one user, small heaps: the smallest footprint, and no slower for us (docs/performance.md)
                "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", // give memory back after a large transfer
                "-Xshare:auto",
                "-Djdk.tls.maxHandshakeMessageSize=32768", // design.md §10: handshake 32 KiB
                "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
                "--enable-native-access=org.xerial.sqlitejdbc",
                "-p", quoted(args[2]),
                "-m", args[1]);
        write(folder.resolve("launch.args"), String.join("\n", options) + "\n");
        write(folder.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java") + "\n");
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// Atomic, so that a launcher never reads half a file.
    private static void write(Path file, String text) throws Exception {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
