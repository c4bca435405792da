package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import io.landline.fixture.JoinedProfile;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// In which order a receiver brings bytes, notes and names to the disk, as the system's calls tell it. A loss of power
/// keeps what was forced, and any part of the rest; so the order decides what it may cost (docs/protocol/files.md).
@StartsPrograms
class OrderOnDiskTest {
    private static final String CALLS = "write,pwrite64,fsync,fdatasync,syncfs,mkdir,mkdirat,link,linkat,rename,"
            + "renameat,renameat2";

    @TempDir
    Path folder;
    private Path trace;
    private Path downloads;
    private int udpPort;

    @BeforeEach
    void straceCanTrace() throws Exception {
        boolean can = SystemCalls.canBeTraced(folder.resolve("try"));
        if (!can) System.out.println("skipped: strace is not installed, or may not trace");
        assumeTrue(can, "strace is not installed, or may not trace");
        trace = folder.resolve("trace");
        downloads = Files.createDirectories(folder.resolve("Bob-downloads"));
        udpPort = FreePorts.udp();
    }

    private NodeProcess start(String name, List<String> before) throws IOException {
        JoinedProfile.make(folder.resolve(name), RunningForTest.room());
        var program = new ArrayList<>(before);
        program.addAll(SelfCommand.of());
        return NodeProcess.startOf(program, new NodeProcess.Start(name, folder.resolve(name),
                folder.resolve(name + "-downloads"), udpPort, "class", RunningForTest.KEY,
                List.of("--interface", "lo", "--accept", "all")));
    }

    private Path sent() throws IOException {
        Path sent = Files.createDirectories(folder.resolve("sent"));
        Files.createDirectories(sent.resolve("Photos/inner"));
        Files.writeString(sent.resolve("Photos/inner/one"), "one");
        Files.writeString(sent.resolve("Photos/two"), "two");
        Files.writeString(sent.resolve("notes.txt"), "three");
        return sent;
    }

    @ProcessTest
    void h78_eachNameIsForcedInTheNotesBeforeItIsGivenAndOnTheDiskBeforeItIsTold() throws Exception {
        Files.createDirectories(downloads.resolve("Photos")); // so that the names given are found nowhere else
        Files.writeString(downloads.resolve("notes.txt"), "before");
        Path sent = sent();
        var strace = List.of("strace", "-f", "--seccomp-bpf", "-y", "-s", "5000", "-e", "trace=" + CALLS, "-e",
                "signal=none", "-o",
                trace.toString());
        try (NodeProcess ada = start("Ada", List.of()); NodeProcess bob = start("Bob", strace)) {
            JsonObject ready = bob.await("ready", _ -> true, Patience.OF_PROGRAMS);
            assertNotNull(ready);
            assertNotNull(ada.await("joined", _ -> true, Patience.OF_PROGRAMS));
            ada.send(ready.get("fingerprint").getAsString(), List.of(sent.resolve("Photos"), sent.resolve("notes.txt")),
                    Patience.OF_PROGRAMS);
            assertNotNull(bob.await("transferred", _ -> true, Patience.OF_PROGRAMS));
            List<ProcessHandle> traced = ProcessHandle.of(bob.pid()).orElseThrow().descendants().toList();
            bob.quit();
            for (ProcessHandle each : traced) { // strace that is killed leaves it running
                each.destroyForcibly();
                each.onExit().get(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS);
            }
        }
        assertEquals("two", Files.readString(downloads.resolve("Photos (2)/two")));
        assertEquals("three", Files.readString(downloads.resolve("notes (2).txt")));
        SystemCalls calls = SystemCalls.read(trace);
        inOrder(calls, "Photos (2)", ".folder/", "syncfs");
        inOrder(calls, "notes (2).txt", ".part>", "fsync");
    }

    /// @param inside what the path of the received bytes holds, before they had this name
    /// @param force the call that brings those bytes to the disk
    private void inOrder(SystemCalls calls, String name, String inside, String force) {
        SystemCalls.Step given = calls.first("its name is given",
                step -> step.is("link", "linkat", "rename", "renameat", "renameat2")
                        && step.has("\"" + name, name + "\""));
        SystemCalls.Step bytes = calls.last("bytes are written",
                step -> step.is("write", "pwrite64") && step.has(inside) && step.end() < given.start());
        calls.between(bytes, given, "the bytes are forced", step -> step.is(force, "fdatasync"));
        SystemCalls.Step claimed = calls.firstOr(given, step -> step.is("mkdir", "mkdirat") && step.has(name + "\""));
        SystemCalls.Step noted = calls.first("the name is noted", step -> isNote(step, name));
        calls.between(noted, claimed, "the note is forced", step -> step.isSync() && step.has("-wal>"));
        SystemCalls.Step names = calls.first("the folder is forced", step -> step.isSync()
                && step.has("<" + downloads + ">") && step.start() > given.end());
        SystemCalls.Step complete = calls.first("it is noted as complete",
                step -> isNote(step, name) && !isUnderWay(step, name) && step.start() > given.end());
        assertTrue(names.end() < complete.start(), () -> complete + " comes before " + names);
        SystemCalls.Step told = calls.first("it is told",
                step -> step.is("write") && step.has("\\\"transferred\\\"") && step.start() > given.end());
        calls.between(complete, told, "what is told is forced", step -> step.isSync() && step.has("-wal>"));
    }

    /// A page that is written for another file has the row of this one too, as it stands: with the name of its part.
    private static boolean isUnderWay(SystemCalls.Step step, String name) {
        return step.has(".part" + name);
    }

    private static boolean isNote(SystemCalls.Step step, String name) {
        return step.is("write", "pwrite64") && step.has("-wal>") && step.has(name);
    }
}
