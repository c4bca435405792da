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
    /// The folder of SQLite's library: an image has it nowhere else, and elsewhere it would be unpacked anew.
    private static final String SQLITE = "org.sqlite.lib.path";
    private static final String OPTIONS_USUAL = "-XX:+UseSerialGC -Xms8m";
    private static final String MODULE = "io.landline.app";
    private static final String MAIN = "io.landline.app.Main";

    private SelfCommand() {}

    /// Java with the modules of this process, and these arguments. The list may be added to.
    public static List<String> of(String... arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        String options = System.getProperty(OPTIONS, OPTIONS_USUAL).strip();
        if (!options.isEmpty()) {
            command.addAll(List.of(options.split(" ")));
            command.add("-D" + OPTIONS + "=" + options);
        }
        String cache = System.getProperty(CACHE);
        if (cache != null) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-D" + CACHE + "=" + cache));
        }
        String sqlite = System.getProperty(SQLITE);
        if (sqlite != null) command.add("-D" + SQLITE + "=" + sqlite);
        command.addAll(program(MAIN));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Java with the modules of this process, but another program of ours, and none of the options of this process.
    public static List<String> of(Class<?> program, List<String> options) {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(options);
        command.addAll(program(program.getName()));
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> program(String main) {
        String modulePath = System.getProperty("jdk.module.path");
        String classPath = System.getProperty("java.class.path", "");
        if (modulePath != null) return List.of("-p", modulePath, "-m", MODULE + "/" + main);
        if (!classPath.isEmpty()) return List.of("-cp", classPath, main); // tests run on the class path
        return List.of("-m", MODULE + "/" + main); // an image holds the modules itself
    }
}
