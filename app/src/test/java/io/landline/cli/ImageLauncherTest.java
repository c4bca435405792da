package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.ProgramFile;
import io.landline.process.SelfCommand;
import io.landline.system.OperatingSystem;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher of the image (`packaging/image/landline`) beside the one of a checkout: both start Java in the same
/// way. Java is a script here, which prints what it was started with.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "shell scripts")
@StartsPrograms
class ImageLauncherTest {
    private static final Path ROOT = Path.of("..");
    private static final String OPTIONS = "-Xms16m -Xmx512m -XX:+UseSerialGC";
    private static final String PROGRAM = "io.landline.app/io.landline.app.Main";
    /// Its arguments, a line each, those of a file too, and the locale.
    private static final String JAVA = """
            #!/bin/sh
            for each in "$@"; do
                case $each in
                    @*) cat "${each#@}" ;;
                    *) printf '%s\\n' "$each" ;;
                esac
            done
            echo "LC_CTYPE=${LC_CTYPE:-} LC_ALL=${LC_ALL:-} LANG=${LANG:-}"
            """;

    @TempDir
    static Path folder;
    private static Path image;
    private static Path checkout;

    @BeforeAll
    static void both() throws Exception {
        Path jar = sqlite(Files.createDirectories(folder.resolve("mods")).resolve("sqlite-jdbc-1.jar"));
        image = folder.resolve("image");
        scripts(Files.createDirectories(image.resolve("lib")));
        Path app = Files.createDirectories(image.resolve("lib/app"));
        for (String each : List.of("landline.aot", "window.aot")) Files.writeString(app.resolve(each), "x");
        launchArguments("image", app.toString(), PROGRAM, jar.getParent().toString(), OPTIONS);
        ProgramFile.write(Files.createDirectories(image.resolve("lib/runtime/bin")).resolve("java"), JAVA);
        ProgramFile.copy(ROOT.resolve("packaging/image/landline"),
                Files.createDirectories(image.resolve("bin")).resolve("landline"));

        checkout = folder.resolve("checkout");
        scripts(Files.createDirectories(checkout.resolve("build")));
        Path built = Files.createDirectories(checkout.resolve("app/target"));
        Files.createFile(checkout.resolve("pom.xml"));
        launchArguments(built.toString(), PROGRAM, jar.toString(), OPTIONS);
        Files.copy(built.resolve("launch.args"), built.resolve("run/trained.args"));
        for (String each : List.of("landline.aot", "window.aot")) Files.writeString(built.resolve("run/" + each), "x");
        Path java = checkout.resolve("java");
        ProgramFile.write(java, JAVA);
        for (String each : List.of("java", "run/trained.java")) Files.writeString(built.resolve(each), java.toString());
        ProgramFile.copy(ROOT.resolve("landline"), checkout.resolve("landline"));
    }

    private static void scripts(Path to) throws IOException {
        for (String each : List.of("launch.sh", "link.sh", "java.sh")) {
            Files.copy(ROOT.resolve("build").resolve(each), to.resolve(each));
        }
    }

    /// A jar with a library for this machine, which is a text.
    private static Path sqlite(Path jar) throws IOException {
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (OutputStream to = Files.newOutputStream(jar); var out = new JarOutputStream(to)) {
            out.putNextEntry(new JarEntry("org/sqlite/native/Linux/" + machine + "/libsqlitejdbc.so"));
            out.write("library".getBytes(UTF_8));
        }
        return jar;
    }

    private static void launchArguments(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", ROOT.resolve("build/LaunchArguments.java").toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    private static Process start(Path launcher, String... arguments) throws IOException {
        return startIn("C", launcher, arguments);
    }

    private static Process startIn(String locale, Path launcher, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "LC_CTYPE"));
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static List<String> printed(Path launcher, String... arguments) throws IOException {
        return start(launcher, arguments).inputReader(UTF_8).readAllLines();
    }

    /// What Java was started with, without what depends on the place and on whether the modules are in Java.
    private static List<String> options(Path launcher, Path caches, String... arguments) throws IOException {
        var all = new ArrayList<>(printed(launcher, arguments));
        int modules = all.indexOf("-p");
        if (modules >= 0) all.subList(modules, modules + 2).clear();
        return all.stream()
                .map(each -> each.replace("\"" + caches + "\"", "FOLDER").replace(caches.toString(), "FOLDER"))
                .map(each -> each.replace("landline.launcher=" + launcher, "landline.launcher=ITSELF"))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "node", "peers", "--help"})
    void javaGetsTheSameFromBoth(String command) throws IOException {
        String[] arguments = command.isEmpty() ? new String[0] : new String[]{command, "two words"};
        List<String> expected = options(checkout.resolve("landline"), checkout.resolve("app/target/run"), arguments);
        assertEquals(expected, options(image.resolve("bin/landline"), image.resolve("lib/app"), arguments));
        assertTrue(expected.contains("-Dlandline.jvm.options=\"" + OPTIONS + "\""), expected.toString());
        String cache = command.isEmpty() ? "window.aot" : "landline.aot";
        assertTrue(expected.contains("-XX:AOTCache=FOLDER/" + cache), expected.toString());
        assertTrue(expected.contains("-Dlandline.aot.cache=FOLDER/landline.aot"), expected.toString());
        assertTrue(expected.contains("LC_CTYPE=C.UTF-8 LC_ALL= LANG=C"), expected.toString());
        boolean linux = OperatingSystem.here() == OperatingSystem.LINUX;
        assertEquals(linux, expected.contains("-Dorg.sqlite.lib.path=FOLDER"), expected.toString());
    }

    /// Of a name that promises every letter: C takes its place where it is missing, and knows none but ASCII.
    @Test
    void aLocaleThatIsNotInstalledIsReplaced() throws IOException {
        for (Path launcher : List.of(checkout.resolve("landline"), image.resolve("bin/landline"))) {
            for (String locale : List.of("xq_XQ.UTF-8", "xq_XQ.ISO-8859-1")) {
                List<String> lines = startIn(locale, launcher, "node").inputReader(UTF_8).readAllLines();
                assertTrue(lines.stream().anyMatch(each -> each.contains(" LC_ALL=C.UTF-8 ")), lines.toString());
                assertTrue(lines.containsAll(List.of("-Duser.language=xq", "-Duser.country=XQ")), lines.toString());
            }
            List<String> kept = startIn("C.UTF-8", launcher, "node").inputReader(UTF_8).readAllLines();
            assertTrue(kept.stream().anyMatch(each -> each.contains("LC_ALL=C.UTF-8")), kept.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portable", "profile"})
    void aMarkInTheFolderOfTheProgramIsToldToJava(String name) throws IOException {
        String told = "-Dlandline.folder=" + image.toRealPath();
        assertFalse(printed(image.resolve("bin/landline"), "node").contains(told));
        Path mark = image.resolve(name);
        if (name.equals("profile")) {
            Files.createDirectory(mark);
        } else {
            Files.createFile(mark);
        }
        try {
            for (String command : List.of("node", "peers", "-v")) {
                assertTrue(printed(image.resolve("bin/landline"), command).contains(told), command);
            }
        } finally {
            Files.delete(mark);
        }
    }

    /// A disk that shows no file as a program: the system's loader is asked to start Java, which is a script here.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whereJavaIsNoProgramTheSystemsLoaderStartsIt() throws Exception {
        Path java = image.resolve("lib/runtime/bin/java");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            List<String> said = printed(image.resolve("bin/landline"), "node");
            assertTrue(said.toString().contains(java.toRealPath() + ": "), "what the loader says of a script: " + said);
            assertFalse(said.toString().contains("Permission denied"), said.toString());
        } finally {
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /// The build keeps what Java says, and the launcher says the same without Java.
    @Test
    void theVersionIsToldWithoutJavaInItsWords() throws Exception {
        Path version = image.resolve("lib/version");
        Process java = new ProcessBuilder(SelfCommand.of("--version")).redirectErrorStream(true)
                .redirectOutput(version.toFile())
                .start();
        try {
            assertEquals(0, java.waitFor());
            List<String> said = Files.readAllLines(version);
            assertEquals(List.of(new LandlineCommand.Version().getVersion()), said);
            assertEquals(said, printed(image.resolve("bin/landline"), "--version"));
            List<String> more = printed(image.resolve("bin/landline"), "--json", "--version");
            assertTrue(more.contains(PROGRAM), "anything else is for Java: " + more);
        } finally {
            Files.delete(version);
        }
    }

    /// As on a cold disk, where each of them takes its time; also where it is called as the package links it.
    @Test
    void theVersionIsSaidWithoutAnyOtherProgram() throws Exception {
        Path version = Files.writeString(image.resolve("lib/version"), "Landline 7\n");
        Path usr = Files.createDirectories(folder.resolve("usr/bin")).getParent();
        Files.createSymbolicLink(Files.createDirectories(usr.resolve("lib")).resolve("landline"), image);
        Path link = Files.createSymbolicLink(usr.resolve("bin/landline"), Path.of("../lib/landline/bin/landline"));
        try {
            for (Path each : List.of(image.resolve("bin/landline"), link)) {
                var builder = new ProcessBuilder(each.toString(), "--version").redirectErrorStream(true);
                builder.environment().put("PATH", "/nowhere");
                Process said = builder.start();
                assertEquals(List.of("Landline 7"), said.inputReader(UTF_8).readAllLines(), each.toString());
                assertEquals(0, said.waitFor());
                Process closed = new ProcessBuilder("sh", "-c", "exec \"$0\" --version >&-", each.toString())
                        .redirectErrorStream(true)
                        .start();
                assertEquals(List.of(), closed.inputReader(UTF_8).readAllLines(), "nobody reads it");
                assertEquals(0, closed.waitFor());
            }
            assertTrue(printed(link, "node").contains(PROGRAM));
        } finally {
            Files.delete(version);
        }
    }

    /// The folder above is that of where the link leads, not of where it stands.
    @Test
    void throughALinkToItsFolderItFindsItsImage() throws Exception {
        Path linked = Files.createSymbolicLink(folder.resolve("linked"), image.resolve("bin"));
        assertTrue(printed(linked.resolve("landline"), "node").contains(PROGRAM));
    }

    /// The signal comes where the launcher reads the last but one of its scripts.
    @ParameterizedTest
    @CsvSource({"send,5", "history,130", "node,0"})
    void aSignalToTheImagesLauncherEndsItAsThatCommandEnds(String command, int exitCode) throws Exception {
        Path link = image.resolve("lib/link.sh");
        Files.writeString(link, "kill -TERM $$\n");
        try {
            assertEquals(exitCode, start(image.resolve("bin/landline"), command, "one", "two").waitFor());
        } finally {
            Files.copy(ROOT.resolve("build/link.sh"), link, REPLACE_EXISTING);
        }
    }
}
