package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.profile.NodeException;
import io.landline.peer.Direction;
import io.landline.process.FreePorts;
import io.landline.settings.ProfileContents;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A profile holds the keys of a person and of rooms, and all that was said. No way of naming files sends any of it.
@ExtendWith(BackgroundFailures.class)
class ProfilesAreNeverSentTest {
    @TempDir
    Path dir;
    /// As a home folder: with documents, and the profile somewhere below.
    private Path home;
    private int port;

    @BeforeEach
    void makeHome() throws IOException {
        port = FreePorts.udp();
        home = Files.createDirectories(dir.resolve("home"));
        Files.writeString(Files.createDirectory(home.resolve("Documents")).resolve("plan.txt"), "the plan");
        Files.writeString(Files.createDirectories(home.resolve("Documents/config")).resolve("settings.json"), "{}");
    }

    private RunningForTest start(Path folder, String name) throws NodeException {
        return RunningForTest.start(folder, name, port, RunningForTest.room());
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }

    private static Path profile(RunningForTest of) {
        return of.node.status().profile();
    }

    @Test
    void aHomeFolderTravelsWithoutTheProfilesInItAndSaysWhichTheyAre() throws Exception {
        try (var _ = start(home.resolve("old"), "Zoe")) {
            // another profile of this user, which no node uses any more
        }
        try (var ada = start(home.resolve("apps"), "Ada"); var ben = start(dir, "Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            Path zoe = home.resolve("old")
                    .resolve(home.resolve("apps")
                            .relativize(profile(ada))
                            .toString()
                            .replace("Ada", "Zoe"));
            Files.createLink(home.resolve("Documents/a-hard-link"), profile(ada).resolve("identity/identity.pem"));
            Files.createSymbolicLink(home.resolve("Documents/a-link"), profile(ada));
            LeftOut leftOut = ada.node.chats().send("#class", FilesToSend.of(List.of(home))).leftOut();
            Path there = ben.await(Transferred.class, e -> e.id().direction() == Direction.IN).paths().getFirst();
            assertEquals(Set.of("Documents/plan.txt", "Documents/config/settings.json"), files(there));
            assertEquals(
                    Set.of(named(profile(ada), Why.PROFILE), named(zoe, Why.PROFILE),
                            named(home.resolve("Documents/a-hard-link"), Why.PROFILE),
                            named(home.resolve("Documents/a-link"), Why.LINK)),
                    Set.copyOf(leftOut.named()));
        }
    }

    private LeftOut.One named(Path file, Why why) throws IOException {
        Path parent = file.getParent().toRealPath();
        return new LeftOut.One("home/" + home.toRealPath().relativize(parent.resolve(file.getFileName())), why);
    }

    @Test
    void aProfileOrAFileOfOneThatIsNamedIsRefused() throws Exception {
        try (var ada = start(dir, "Ada")) {
            Path profile = profile(ada);
            var named = new ArrayList<Path>();
            named.add(profile);
            try (Stream<Path> all = Files.list(profile)) {
                all.forEach(named::add);
            }
            named.add(profile.resolve("identity/identity.pem"));
            named.add(Files.createSymbolicLink(dir.resolve("link"), profile));
            named.add(dir.resolve("link/identity"));
            named.add(Files.createLink(dir.resolve("hard"), profile.resolve("trust.json")));
            named.add(copy(profile.resolve("identity"), dir.resolve("saved")));
            for (Path each : named) {
                var refused = assertThrows(CommandException.class,
                        () -> ada.node.chats()
                                .send("#class", FilesToSend.of(List.of(home.resolve("Documents/plan.txt"), each))),
                        each.toString());
                assertEquals(Code.NO_FILE, refused.code());
                assertTrue(refused.getMessage().contains("are never sent. Nothing was offered."),
                        refused.getMessage());
            }
            assertEquals(List.of(), ada.node.fileTransfers().open());
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String name : files(from)) Files.copy(from.resolve(name), to.resolve(name));
        return to;
    }

    @Test
    void whatStandsBesideTheProfilesOwnFilesMayBeSent() throws Exception {
        try (var ada = start(dir, "Ada")) {
            Path beside = Files.createDirectory(profile(ada).resolve("downloads"));
            Path file = Files.writeString(beside.resolve("settings.json"), "of another program");
            Path logo = Files.writeString(profile(ada).resolve("logo.txt"), "a drawing");
            LeftOut leftOut = ada.node.chats()
                    .send("#class", FilesToSend.of(List.of(file, beside, logo)))
                    .leftOut();
            assertEquals(0, leftOut.count());
        }
    }

    @Test
    void allThatANodeWritesIntoItsProfileIsKnownAsItsOwn() throws Exception {
        Path profile;
        try (var ada = start(dir, "Ada")) {
            profile = profile(ada);
            assertEquals(Set.of(), ProfileContents.unknown(profile));
        }
        assertEquals(Set.of(), ProfileContents.unknown(profile));
    }
}
