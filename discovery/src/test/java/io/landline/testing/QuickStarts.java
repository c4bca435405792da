package io.landline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets tests start Landline from the build's jars with Java's AOT cache, as `./landline` does, where the build made
/// both: a start takes half the processor time. Without them programs start from the folders of classes. Java uses a
/// cache only where it may call native code from the same modules as when the cache was made; else it leaves out the
/// cache and its own archive of classes, without a word.
final class QuickStarts implements BeforeAllCallback {
    private static final Path ARGUMENTS = Path.of("target", "launch.args");
    private static final Path CACHE = Path.of("target", "run", "landline.aot");
    private static final String MODULE_PATH = "-p";
    private static final String OPTIONS = "landline.jvm.options";
    private static final String NATIVE_ACCESS = "--enable-native-access=";
    private static final String NATIVE_ACCESS_OF_TESTS = NATIVE_ACCESS + "ALL-UNNAMED";
    /// The cache is taken as it is, at the address for which it was made.
    private static final String NOT_MOVED = "-XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 ";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!isTrained()) return;
        List<String> arguments = Files.readAllLines(ARGUMENTS);
        String path = arguments.get(arguments.indexOf(MODULE_PATH) + 1);
        System.setProperty("jdk.module.path", path.replace("\"", ""));
        System.setProperty("landline.aot.cache", CACHE.toAbsolutePath().toString());
        String access = arguments.stream().filter(each -> each.startsWith(NATIVE_ACCESS)).findFirst().orElseThrow();
        System.setProperty(OPTIONS,
                System.getProperty(OPTIONS, "").replace(NATIVE_ACCESS_OF_TESTS, NOT_MOVED + access));
    }

    /// Whether the cache was made of these jars, started in this way: the same question as in `./landline`.
    private static boolean isTrained() throws IOException {
        Path trainedWith = CACHE.resolveSibling("trained.args");
        if (!Files.exists(CACHE) || !Files.exists(trainedWith)) return false;
        if (Files.mismatch(trainedWith, ARGUMENTS) >= 0) return false;
        try (Stream<Path> all = Files.list(CACHE.toAbsolutePath().getParent())) {
            for (Path jar : all.filter(each -> each.toString().endsWith(".jar")).toList()) {
                if (Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(CACHE)) > 0) return false;
            }
        }
        return true;
    }
}
