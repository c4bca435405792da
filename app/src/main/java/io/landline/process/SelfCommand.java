package io.landline.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line by which this very program is started again, from class files or from an image.
public final class SelfCommand {
    /// The options that this process was started with, as the launcher of a checkout passes them on; an image and tests
    /// do not.
    private static final String OPTIONS = "landline.jvm.options";
    /// The file of Java's AOT cache that this process was started with, by the launcher of a checkout too.
    private static final String CACHE = "landline.aot.cache";
    private static final String OPTIONS_USUAL = "-XX:+UseSerialGC -Xms16m";
    private static final String MODULE = "io.landline.app";
    private static final String MAIN = "io.landline.app.Main";

    private SelfCommand() {}

    /// Java with the modules of this process, and these arguments. The list may be added to.
    public static List<String> of(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getProperty(OPTIONS, OPTIONS_USUAL).strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ")));
            command.add("-D" + OPTIONS + "=" + options);
        }
        String cache = System.getProperty(CACHE);
        if (cache != null) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-D" + CACHE + "=" + cache));
        }
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
