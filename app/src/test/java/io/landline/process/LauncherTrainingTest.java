package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// When the launcher of a checkout trains Java's cache, and when it does without.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has landline.cmd")
@StartsPrograms
class LauncherTrainingTest extends FakeCheckout {
    @Test
    void theFirstStartTrainsTheCacheAndEveryStartUsesIt() throws IOException {
        Run first = start();
        Run second = start();
        assertTrue(usesCache(first) && usesCache(second), first + " " + second);
        assertTrue(second.out().contains("-Dlandline.aot.cache=" + cache), second.toString());
        assertEquals(List.of("trained"), asked());
        assertTrue(first.err().contains("quick starts"));
        assertEquals("", second.err());
    }

    @Test
    void trainingAgainLeavesNoCacheOfBefore() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        newer("app/target/run/app.jar", 20);
        newer("app/target/launch.args", 30);
        assertTrue(usesCache(start()), "none was trained for the window");
    }

    @Test
    void aJarThatWasBuiltAnewTrainsAgain() throws IOException {
        start();
        newer("app/target/run/app.jar", 20);
        newer("app/target/launch.args", 30);
        assertTrue(usesCache(start()));
        assertEquals(List.of("trained", "trained"), asked());
    }

    @Test
    void otherLaunchArgumentsTrainAgain() throws IOException {
        start();
        write("app/target/launch.args", "-Xmx1g --main");
        newer("app/target/launch.args", 10);
        start();
        assertEquals(List.of("trained", "trained"), asked());
    }

    /// What a cache holds is decided there, and no jar is newer for it.
    @Test
    void anotherWayOfTrainingTrainsAgain() throws IOException {
        write("build/StartOnce.java", "");
        newer("app/target/launch.args", 60);
        start();
        newer("build/TrainCache.java", 20);
        assertTrue(usesCache(start()));
        newer("app/target/run/landline.aot", 30);
        assertTrue(usesCache(start()), "the one that was trained since");
        assertEquals(List.of("trained", "trained"), asked());
        newer("build/StartOnce.java", 40);
        assertTrue(usesCache(start()));
        assertEquals(List.of("trained", "trained", "trained"), asked());
    }

    /// One cache fits one Java: another in the same place, or at another, takes none of its caches without a word.
    @Test
    void anotherJavaTrainsAgain() throws IOException {
        program("jdk/bin/java", JAVA.replace("$(dirname \"$0\")", "$(dirname \"$0\")/../.."));
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"");
        start();
        for (String java : List.of("jdk/bin/java", "java")) {
            write("app/target/java", folder.resolve(java).toString());
            start();
            assertTrue(usesCache(start()));
        }
        assertEquals(List.of("trained", "trained", "trained"), asked());
        write("app/target/java", folder.resolve("jdk/bin/java").toString());
        start();
        write("jdk/release", "JAVA_VERSION=\"25.0.2\"");
        start();
        start();
        assertEquals(5, asked().size(), asked().toString());
    }

    /// With the time that a package brings along, which is older than the cache.
    @Test
    void anotherVersionOfJavaInTheSamePlaceTrainsAgainWhateverItsTime() throws IOException {
        program("jdk/bin/java", JAVA.replace("$(dirname \"$0\")", "$(dirname \"$0\")/../.."));
        write("app/target/java", folder.resolve("jdk/bin/java").toString());
        newer("app/target/launch.args", 10);
        for (int version : List.of(1, 2, 3)) {
            write("jdk/release", "JAVA_VERSION=\"25.0." + version + "\"");
            newer("jdk/release", -1_000 * version);
            start();
            start();
            assertEquals(version, asked().size(), asked().toString());
        }
    }

    @Test
    void whereTrainingFailsLandlineStartsWithoutTheCacheAndTrainsNoMore() throws IOException {
        write("no-training", "");
        Run first = start();
        Run second = start();
        assertFalse(usesCache(first) || usesCache(second));
        assertEquals(EXIT_CODE, second.exitCode());
        assertEquals(List.of("trained"), asked());
    }

    @Test
    void besideOtherArchivesOfClassesTheCacheIsNotUsed() throws IOException {
        start();
        for (String option : List.of("-Xshare:off", "-XX:SharedArchiveFile=x", "-XX:AOTCache=x")) {
            for (String variable : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
                assertFalse(usesCache(run(List.of(), Map.of(variable, option), folder.resolve("landline"))),
                        variable + "=" + option);
            }
        }
        assertTrue(usesCache(run(List.of(), Map.of("JDK_JAVA_OPTIONS", "-Xmx1g"), folder.resolve("landline"))));
    }

    /// As by who has no patience, or by a script with a time limit. A third start is not to wait as well.
    @Test
    void whereTrainingIsEndedTwiceLandlineStartsWithoutTheCache() throws IOException {
        write("ended", "");
        assertNotEquals(EXIT_CODE, start().exitCode());
        assertNotEquals(EXIT_CODE, start().exitCode());
        Run third = start();
        assertEquals(EXIT_CODE, third.exitCode(), third.err());
        assertFalse(usesCache(third));
        assertTrue(third.err().contains("ended twice"), third.err());
        Run fourth = start();
        assertEquals(EXIT_CODE, fourth.exitCode());
        assertEquals("", fourth.err(), "it is said once");
        assertEquals(List.of("trained", "trained"), asked());
    }

    @Test
    void afterABuildTrainingIsTriedAgain() throws IOException {
        whereTrainingIsEndedTwiceLandlineStartsWithoutTheCache();
        Files.delete(folder.resolve("ended"));
        newer("app/src/main/Main.java", 20);
        newer("app/target/run/app.jar", 20);
        assertTrue(usesCache(start()));
    }

    @Test
    void aTrainingThatWasEndedOnceIsMadeUpFor() throws IOException {
        write("ended", "");
        start();
        Files.delete(folder.resolve("ended"));
        assertTrue(usesCache(start()));
        newer("app/target/run/app.jar", 20);
        newer("app/target/launch.args", 30);
        write("ended", "");
        start();
        Files.delete(folder.resolve("ended"));
        assertTrue(usesCache(start()), "that one counts no more");
    }
}
