package io.landline.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the build writes for the launchers, in a checkout of two modules whose classes are texts. Java's cache holds as
/// long as the jars on the module path have the same size and time.
@StartsPrograms
class LaunchArgumentsTest {
    private static final Path PROGRAM = Path.of("..", "build", "LaunchArguments.java");
    private static final int JAVA_6_FORMAT = 50;
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;
    private Path target;

    @BeforeEach
    void checkout() throws IOException {
        target = folder.resolve("app/target");
        write("app/target/classes/Main.class", "main");
        write("lab/target/classes/Lab.class", "lab");
        write("lab/target/landline-lab-1.jar", "made by Maven");
        write("elsewhere/library.jar", "a library");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// As the build does: a module is a folder of classes, or the jar that Maven made of it.
    private String modulePath(String lab) throws IOException, InterruptedException {
        String path = String.join(File.pathSeparator, List.of(target.resolve("classes").toString(),
                folder.resolve(lab).toString(), folder.resolve("elsewhere/library.jar").toString()));
        launchArguments(target.toString(), "some.module/some.Main", path, "-Xmx512m");
        List<String> lines = Files.readAllLines(target.resolve("launch.args"));
        return lines.get(lines.indexOf("-p") + 1);
    }

    private static void launchArguments(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", PROGRAM.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }

    @Test
    void javaIsGivenTheSameJarsWhetherMavenMadeSomeOrNot() throws Exception {
        String built = modulePath("lab/target/classes");
        String expected = String.join(File.pathSeparator, List.of(target.resolve("run/app.jar").toString(),
                target.resolve("run/lab.jar").toString(), folder.resolve("elsewhere/library.jar").toString()));
        assertEquals('"' + expected.replace("\\", "\\\\") + '"', built);
        assertEquals(built, modulePath("lab/target/landline-lab-1.jar"));
    }

    /// Java's cache takes no class of a format before that of Java 6.
    @Test
    void theJarsOfAnImageHaveNoClassesThatItsCacheRefuses() throws Exception {
        Path picocli = Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path jars = Files.createDirectory(folder.resolve("mods"));
        Files.copy(picocli, jars.resolve(picocli.getFileName()));
        Files.copy(folder.resolve("elsewhere/library.jar"), jars.resolve("library.jar"));
        launchArguments("jars", jars.toString());
        assertEquals("a library", Files.readString(jars.resolve("library.jar")));
        try (var before = new ZipFile(picocli.toFile());
                var after = new ZipFile(jars.resolve(picocli.getFileName()).toFile())) {
            for (ZipEntry each : before.stream().filter(entry -> entry.getName().endsWith(".class")).toList()) {
                ZipEntry kept = Objects.requireNonNull(after.getEntry(each.getName()), each.getName());
                try (var in = new DataInputStream(after.getInputStream(kept))) {
                    int format = in.readInt() == 0xcafebabe ? in.readInt() & 0xffff : 0;
                    assertTrue(format >= JAVA_6_FORMAT, each.getName() + " has the format " + format);
                }
            }
        }
    }

    @Test
    void aJarIsWrittenAnewOnlyWhenItsClassesChanged() throws Exception {
        modulePath("lab/target/classes");
        Path app = Files.setLastModifiedTime(target.resolve("run/app.jar"), LONG_AGO);
        Path lab = Files.setLastModifiedTime(target.resolve("run/lab.jar"), LONG_AGO);
        write("lab/target/landline-lab-1.jar", "made by Maven again");
        write("app/target/classes/Main.class", "niam");
        modulePath("lab/target/landline-lab-1.jar");
        assertEquals(LONG_AGO, Files.getLastModifiedTime(lab));
        assertNotEquals(LONG_AGO, Files.getLastModifiedTime(app));
    }

    /// Where the toolkit looks first. It would write them into the user's home, and leave them there.
    @Test
    @EnabledOnOs(OS.LINUX)
    void anImageHasTheLibrariesOfTheToolkitBesideThoseOfJava() throws Exception {
        Path libraries = Files.createDirectories(folder.resolve("image/lib/runtime/lib"));
        Path app = Files.createDirectories(folder.resolve("image/lib/app"));
        Path jar = Files.createDirectories(folder.resolve("mods")).resolve("javafx-graphics-1-linux.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("libglass.so", "a/Class.class", "a/libother.so")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.getBytes(UTF_8));
            }
        }
        launchArguments("image", app.toString(), "some.module/some.Main", jar.getParent().toString(), "-Xmx512m");
        assertEquals("libglass.so", Files.readString(libraries.resolve("libglass.so")));
        try (var all = Files.list(libraries)) {
            assertEquals(1, all.count());
        }
    }
}
