import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Writes what the launchers start Java with: `java` (one line: the executable of the JDK that this very program runs on, which is
/// the one that the build chose) and `launch.args` (an argument file: JVM options, module path, main class).
///
/// Arguments: the folder to write to, module/class, module path, JVM options with blanks between.
class LaunchArguments {
    static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var options = new ArrayList<>(List.of(args[3].split(" ")));
        options.add("-Dlandline.jvm.options=" + quoted(args[3])); // nodes that this one starts as processes get the same
        options.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-p", quoted(args[2]), "-m", args[1]));
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
