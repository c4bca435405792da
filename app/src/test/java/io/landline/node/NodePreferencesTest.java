package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.node.port.Reason;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.Direction;
import io.landline.peer.PeerName;
import io.landline.process.FreePorts;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a user chooses while the node runs, of real nodes on the loopback interface.
class NodePreferencesTest extends LoopbackNodes {
    private Settings stored(String name) {
        return SettingsFile.load(folder.resolve(name).resolve("settings.json")).settings();
    }

    @Test
    void aNewNameIsHeardAtOnceAndStored() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            ada.node.preferences().rename("Ada Lovelace");
            bob.await(PeerChanged.class, e -> e.person().name().value().equals("Ada Lovelace"));
            assertEquals("Ada Lovelace", ada.node.preferences().chosen().name());
            assertEquals("Ada Lovelace", ada.node.status().name());
        }
        assertEquals(new PeerName("Ada Lovelace"), stored("Ada").name());
    }

    @Test
    void aFolderIntoWhichNothingCanBeWrittenIsToldAtTheStart() throws Exception {
        Path folderOfFiles = Files.writeString(folder.resolve("Ada-downloads"), "a file in the place of the folder");
        try (var ada = start("Ada")) {
            Warning told = ada.await(Warning.class, each -> each.code() == WarningCode.DOWNLOADS);
            assertEquals(List.of(folderOfFiles.toString()), told.facts());
            assertTrue(told.message().startsWith("No file can arrive: nothing can be written into " + folderOfFiles),
                    told.message());
        }
    }

    @Test
    void aNameThatDoesNotFitChangesNothing() throws Exception {
        try (var ada = start("Ada")) {
            for (String name : List.of("", " ", "a\nb", "x".repeat(65))) {
                assertEquals(Code.MALFORMED,
                        assertThrows(CommandException.class, () -> ada.node.preferences().rename(name)).code());
            }
            assertEquals("Ada", ada.node.preferences().chosen().name());
        }
    }

    @Test
    void theNextFileGoesIntoTheNewFolderAndByTheNewRule() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        Path other = folder.resolve("made").resolve("for it");
        try (var ada = start("Ada");
                var bob = RunningForTest.start(folder, "Bob", udpPort, RunningForTest.room(), AcceptRule.ASK)) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            bob.node.preferences().setDownloads(other);
            bob.node.preferences().setAccept(AcceptRule.ALL);
            ada.node.chats().send("Bob", FilesToSend.of(List.of(file)));
            Transferred in = bob.await(Transferred.class, e -> e.id().direction() == Direction.IN);
            assertEquals(other.toRealPath().resolve("f.txt"), in.paths().getFirst());
            bob.node.preferences().setAccept(AcceptRule.ASK);
            ada.node.chats().send("Bob", FilesToSend.of(List.of(file)));
            Offered asked = bob.await(Offered.class, e -> !e.id().offer().equals(in.id().offer()));
            assertEquals(TransferState.OFFERED,
                    bob.node.fileTransfers().ofOffers(List.of(asked.id().offer())).getFirst().state());
        }
        assertEquals(other, stored("Bob").downloads());
        assertEquals(AcceptRule.ASK, stored("Bob").accept());
    }

    @Test
    void aFolderIntoWhichNothingCanBeWrittenIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = start("Ada")) {
            var refused = assertThrows(CommandException.class, () -> ada.node.preferences().setDownloads(file));
            assertEquals(Code.NO_FILE, refused.code());
            assertEquals(Reason.FOLDER_NOT_WRITABLE, refused.reason(), "no file was about to be sent");
            assertEquals(ada.downloads, ada.node.preferences().chosen().downloads());
        }
    }

    @Test
    void whatWasGivenForOneRunIsNotStoredWithSomethingElse() throws Exception {
        start("Ada").close(); // the first run stores what it was given
        var options = new NodeOptions(folder.resolve("Ada"), new PeerName("For now"), List.of(),
                new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve("for now"), AcceptRule.NONE, false);
        try (Node node = Node.open(options)) {
            node.preferences().setAddresses(List.of("127.0.0.9"));
            assertEquals("For now", node.preferences().chosen().name());
        }
        assertEquals(List.of("127.0.0.9"), stored("Ada").network().peers());
        assertEquals(new PeerName("Ada"), stored("Ada").name());
        assertEquals(AcceptRule.ALL, stored("Ada").accept());
        assertEquals(folder.resolve("Ada-downloads"), stored("Ada").downloads());
    }

    @Test
    void aTypedAddressIsDialledAtOnce() throws Exception {
        try (var ada = start("Ada");
                var bob = RunningForTest.start(folder, "Bob", FreePorts.udp(), RunningForTest.room())) {
            ada.node.preferences().setAddresses(List.of("127.0.0.1:" + bob.node.status().tcpPort()));
            ada.awaitJoined(bob);
        }
    }

    @Test
    void oneThatIsNoAddressKeepsTheOldOnes() throws Exception {
        try (var ada = start("Ada")) {
            ada.node.preferences().setAddresses(List.of("127.0.0.9"));
            assertEquals(Code.MALFORMED, assertThrows(CommandException.class,
                    () -> ada.node.preferences().setAddresses(List.of("host", "no host"))).code());
            assertEquals(List.of("127.0.0.9"), ada.node.preferences().chosen().addresses());
        }
    }

    @Test
    void whatIsNotChosenIsClosedAndOpenedAgainWithoutANewStart() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            int position = ada.position();
            assertTrue(
                    ada.node.preferences()
                            .adapters()
                            .stream()
                            .anyMatch(card -> card.name().equals("lo") && card.used()));
            ada.node.preferences().setInterfaces(List.of("none of these"));
            ada.await(SessionClosed.class, e -> e.peer().equals(bob.node.fingerprint()), position);
            assertEquals(new NetworkAdapter("none of these", "none of these", List.of(), false),
                    ada.node.preferences().adapters().getLast());
            int again = ada.position();
            ada.node.preferences().setInterfaces(List.of("lo"));
            ada.await(Joined.class, e -> e.peer().equals(bob.node.fingerprint()), again);
            assertFalse(
                    ada.node.preferences().adapters().stream().anyMatch(card -> card.name().equals("none of these")));
        }
        assertEquals(List.of("lo"), stored("Ada").network().interfaces());
    }
}
