package io.landline.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// The command lines by which both windows are started: Java, its options and its module path are those of the
/// launcher, for the bare window too.
///
/// @param java the program
/// @param arguments what the build wrote for it
/// @param caches the folder with Landline's caches
/// @param more what the launcher adds
/// @param folder for what is made here: the jar of the bare window, its cache, the agent
record Launches(String java, Path arguments, Path caches, List<String> more, Path folder) {
    private static final int TRAINING_SECONDS = 60;
    /// What the launcher adds for a window alone.
    private static final List<String> OF_WINDOW = List.of("-XX:Tier0InvokeNotifyFreqLog=10",
            "-XX:Tier0BackedgeNotifyFreqLog=14");

    /// @param built where the build wrote `java` and `launch.args`
    static Launches ofCheckout(Path built, Path folder) throws IOException {
        return new Launches(Files.readString(built.resolve("java"), UTF_8).strip(), built.resolve("launch.args"),
                built.resolve("run"), List.of(), folder);
    }

    /// @param image as `mvn -Pdist package` makes it, or as it is installed; its Java starts the bare window too
    static Launches ofImage(Path image, Path folder) {
        Path app = image.resolve("lib/app");
        return new Launches(image.resolve("lib/runtime/bin/java").toString(), app.resolve("launch.args"), app,
                List.of("-Dorg.sqlite.lib.path=" + app), folder);
    }

    private Path cache() {
        return folder.resolve("bare.aot");
    }

    private Path jar() {
        return folder.resolve("bare.jar");
    }

    /// As the launcher starts it when nothing is stale.
    List<String> landline(List<String> options, Path profile, int udpPort) throws IOException {
        var command = new ArrayList<>(List.of(java));
        command.addAll(List.of("-XX:AOTCache=" + caches.resolve("window.aot"),
                "-XX:+UnlockDiagnosticVMOptions", "-XX:+AOTReplayTraining", "-Xlog:aot=off",
                "-Dlandline.aot.cache=" + caches.resolve("landline.aot")));
        command.addAll(OF_WINDOW);
        command.addAll(more);
        command.addAll(options);
        command.addAll(List.of("@" + arguments, "--profile", profile.toString(), "--interface", "lo",
                "--udp-port", String.valueOf(udpPort), "--tcp-port", "0"));
        return command;
    }

    /// @param cached with a cache of its own, trained as Landline's is
    List<String> bare(boolean cached) throws IOException {
        return bare(cached ? List.of("-XX:AOTCache=" + cache()) : List.of());
    }

    private List<String> bare(List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.add("-Xlog:aot=off");
        command.addAll(OF_WINDOW);
        for (String each : Files.readAllLines(arguments)) {
            if (each.equals("-m")) break;
            command.add(unquoted(each));
        }
        command.addAll(List.of("--add-modules", "javafx.controls", "-cp", jar().toString(),
                BareWindow.class.getName()));
        return command;
    }

    private static String unquoted(String argument) {
        if (!argument.startsWith("\"")) return argument;
        return argument.substring(1, argument.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /// Packs the bare window, and trains its cache on the platform that needs no screen, as Landline's is.
    void prepare() throws IOException, InterruptedException {
        jar(jar(), new Manifest(), BareWindow.class);
        var command = new ArrayList<>(bare(List.of("-XX:AOTCacheOutput=" + cache())));
        command.add("ends");
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("bare-training.log").toFile());
        VirtualScreen.show(null, builder.environment());
        Process process = builder.start();
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS) || !Files.exists(cache())) {
            process.destroyForcibly();
            throw new IOException("the cache of the bare window was not made");
        }
    }

    /// The jar of the agent that uses the Lab.
    Path agent() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", LabUse.class.getName());
        Path agent = folder.resolve("lab-use.jar");
        jar(agent, manifest, LabUse.class);
        return agent;
    }

    private static void jar(Path file, Manifest manifest, Class<?> content) throws IOException {
        manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
        String name = content.getName().replace('.', '/') + ".class";
        try (OutputStream to = Files.newOutputStream(file);
                var jar = new JarOutputStream(to, manifest);
                InputStream code = Objects.requireNonNull(content.getClassLoader().getResourceAsStream(name), name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
    }
}
