package io.landline.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets tests start Landline from the build's jars with Java's AOT cache, as `./landline` does, where the build made
/// both: a start takes half the processor time. Without them programs start from the folders of classes.
final class QuickStarts implements BeforeAllCallback {
    private static final Path ARGUMENTS = Path.of("target", "launch.args");
    private static final Path CACHE = Path.of("target", "run", "landline.aot");
    private static final String MODULE_PATH = "-p";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!Files.exists(CACHE)) return;
        List<String> arguments = Files.readAllLines(ARGUMENTS);
        String path = arguments.get(arguments.indexOf(MODULE_PATH) + 1);
        System.setProperty("jdk.module.path", path.replace("\"", ""));
        System.setProperty("landline.aot.cache", CACHE.toAbsolutePath().toString());
    }
}
