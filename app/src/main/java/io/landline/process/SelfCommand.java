package io.landline.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line by which this very program is started again, from class files or from an image.
public final class SelfCommand {
    private static final String MODULE = "io.landline.app";
    private static final String MAIN = "io.landline.app.Main";

    private SelfCommand() {}

    /// Java with the modules of this process, and these arguments. The list may be added to.
    public static List<String> of(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30",
                "-Djdk.tls.maxHandshakeMessageSize=32768"));
        command.add("--enable-native-access=org.xerial.sqlitejdbc");
        String modulePath = System.getProperty("jdk.module.path");
        String classPath = System.getProperty("java.class.path", "");
        if (modulePath != null) {
            command.addAll(List.of("-p", modulePath, "-m", MODULE + "/" + MAIN));
        } else if (!classPath.isEmpty()) {
            command.addAll(List.of("-cp", classPath, MAIN)); // tests run on the class path
        } else {
            command.addAll(List.of("-m", MODULE + "/" + MAIN)); // an image holds the modules itself
        }
        command.addAll(List.of(arguments));
        return command;
    }
}
