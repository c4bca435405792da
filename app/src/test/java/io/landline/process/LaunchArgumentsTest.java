package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.landline.testing.StartsPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the build writes for the launchers, in a checkout of two modules whose classes are texts. Java's cache holds as
/// long as the jars on the module path have the same size and time.
@StartsPrograms
class LaunchArgumentsTest {
    private static final Path PROGRAM = Path.of("..", "build", "LaunchArguments.java");
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
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", PROGRAM.toString(),
                target.toString(), "some.module/some.Main", path, "-Xmx512m").inheritIO().start();
        assertEquals(0, process.waitFor());
        List<String> lines = Files.readAllLines(target.resolve("launch.args"));
        return lines.get(lines.indexOf("-p") + 1);
    }

    @Test
    void javaIsGivenTheSameJarsWhetherMavenMadeSomeOrNot() throws Exception {
        String built = modulePath("lab/target/classes");
        String expected = String.join(File.pathSeparator, List.of(target.resolve("run/app.jar").toString(),
                target.resolve("run/lab.jar").toString(), folder.resolve("elsewhere/library.jar").toString()));
        assertEquals('"' + expected.replace("\\", "\\\\") + '"', built);
        assertEquals(built, modulePath("lab/target/landline-lab-1.jar"));
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
}
