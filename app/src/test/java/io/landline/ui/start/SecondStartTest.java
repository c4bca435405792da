package io.landline.ui.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.app.Main;
import io.landline.control.ControlServer;
import io.landline.json.StrictJson;
import io.landline.process.FreePorts;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/// Landline as a process of its own, started as by a double click.
@StartsPrograms
class SecondStartTest {
    private static final String BROKEN_LINK = "landline:join?room=x";

    @TempDir
    Path folder;
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process each : started) each.destroyForcibly().waitFor();
    }

    private Process start(List<String> options, int udpPort, String... more) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + folder)); // a killed one leaves fonts
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("--profile", profile().toString(), "--name", "Ada", "--interface", "lo", "--udp-port",
                String.valueOf(udpPort), "--tcp-port", "0", "--downloads", folder.resolve("downloads").toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve("said-" + started.size()).toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .keySet()
                .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "LANDLINE_KEY", "JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process startWindow(int udpPort, String... more) throws IOException {
        return start(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), udpPort, more);
    }

    private Path profile() {
        return folder.resolve("profile");
    }

    private String said(Process process) throws IOException {
        return Files.readString(folder.resolve("said-" + started.indexOf(process)), UTF_8);
    }

    private int exitCode(Process process) throws Exception {
        assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it has not ended");
        return process.exitValue();
    }

    /// Until a second start would find it.
    private void untilOpen(Process process) throws Exception {
        WaitForAsyncUtils.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS, () -> {
            if (!process.isAlive()) throw new IOException("it has ended: " + said(process));
            if (!Files.exists(profile())) return false;
            ProfileLock.Owner owner = ProfileLock.owner(Profile.open(profile()));
            return owner != null && owner.socket() != null;
        });
    }

    @Test
    void h97_withoutADisplayThereIsOneSentenceAndFailure() throws Exception {
        Process process = start(List.of(), FreePorts.udp());
        assertEquals(1, exitCode(process));
        List<String> lines = said(process).lines().toList();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().contains("no display"), lines::toString);
    }

    @Test
    void aSecondStartRaisesTheFirstAndEnds() throws Exception {
        int udpPort = FreePorts.udp();
        Process first = startWindow(udpPort);
        untilOpen(first);
        Process second = startWindow(udpPort);
        assertEquals(0, exitCode(second), "of the second start");
        assertEquals("", said(second));
        assertTrue(first.isAlive());
    }

    /// After a click nobody sees what is printed.
    @Test
    void aBrokenLinkOpensAWindowWhichSaysSo() throws Exception {
        Process process = startWindow(FreePorts.udp(), BROKEN_LINK);
        untilOpen(process);
        process.destroy();
        assertEquals(0, exitCode(process));
    }

    @Test
    void aProgramThatReadsWhatIsPrintedGetsNoWindowForABrokenLink() throws Exception {
        assertEquals(2, exitCode(startWindow(FreePorts.udp(), "--json", BROKEN_LINK)));
        assertEquals(2, exitCode(start(List.of(), FreePorts.udp(), BROKEN_LINK)), "without a display");
    }

    /// The first window ends just then: it says so, or hangs up.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondStartWhileTheFirstEndsOpensAWindow(boolean isAnswered) throws Exception {
        Files.createDirectories(profile());
        var asked = new CountDownLatch(1);
        ProfileLock lock = ProfileLock.acquire(Profile.open(profile()));
        ControlServer first = ControlServer.open(lock, client -> line -> {
            String id = StrictJson.member(line, "id").getAsString();
            if (isAnswered) client.send("{\"event\":\"failed\",\"id\":\"" + id + "\",\"code\":\"node-gone\"}");
            client.close();
            asked.countDown();
        });
        Process second = startWindow(FreePorts.udp());
        assertTrue(asked.await(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it asks the first");
        first.close();
        lock.close();
        WaitForAsyncUtils.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS, () -> {
            if (!second.isAlive()) throw new IOException("it has ended: " + said(second));
            ProfileLock.Owner owner = ProfileLock.owner(Profile.open(profile()));
            return owner != null && owner.pid() == second.pid() && owner.socket() != null;
        });
    }

    @Test
    void twoStartsAtOnceAreOneWindow() throws Exception {
        int udpPort = FreePorts.udp();
        Process one = startWindow(udpPort);
        Process other = startWindow(udpPort);
        WaitForAsyncUtils.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS, () -> one.isAlive() != other.isAlive());
        Process ended = one.isAlive() ? other : one;
        assertEquals(0, exitCode(ended), said(ended));
        assertTrue((ended.equals(one) ? other : one).isAlive(), "of two windows one stays");
    }

    @Test
    void aSignalClosesTheNodeAndEndsWell() throws Exception {
        Process process = startWindow(FreePorts.udp());
        untilOpen(process);
        process.destroy();
        assertEquals(0, exitCode(process));
        assertEquals(null, ProfileLock.owner(Profile.open(profile())), "the profile is free");
    }
}
