package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.RunningForTest;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.Reason;
import io.landline.node.port.UnreachedOffer;
import io.landline.node.profile.NodeException;
import io.landline.peer.Direction;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Transfers as a window asks for them, of real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class NodeFileTransfersTest {
    @TempDir
    Path folder;
    private int udpPort;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    @Test
    void whatWasOfferedAgainIsNotOfferedOnceMoreAfterARestart() throws Exception {
        Path photos = Files.createDirectory(folder.resolve("Photos"));
        for (String name : List.of("a", "b")) Files.writeString(photos.resolve(name), name);
        var again = new HashSet<String>();
        try (var bob = start("Bob")) {
            try (var ada = start("Ada")) {
                ada.meet(bob);
                String offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(photos))).offer();
                String transfer = bob.transferOf(offer);
                Files.writeString(photos.resolve("b"), "another b");
                bob.node.fileTransfers().accept(transfer);
                assertEquals(1, ada.await(Transferred.class, e -> e.id().offer().equals(offer)).failures().files());
                assertEquals(Set.of(), ada.node.fileTransfers().offeredAgain(List.of(offer)));
                var tried = new AtomicInteger();
                Thread beside = Thread.ofPlatform()
                        .start(() -> tried.addAndGet(ada.node.fileTransfers().retryFailed().tried()));
                tried.addAndGet(ada.node.fileTransfers().retryFailed().tried());
                beside.join();
                assertEquals(1, tried.get(), "by one of two who try at once");
                again.add(offer);
            }
            try (var ada = start("Ada")) {
                assertEquals(again, ada.node.fileTransfers().offeredAgain(List.copyOf(again)));
                assertEquals(0, ada.node.fileTransfers().retryFailed().tried(), "it was offered again before");
            }
        }
    }

    private RunningForTest start(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room(), AcceptRule.ASK);
    }

    @Test
    void whatWasTakenOfAFolderIsKnownBeforeAndAfterItIsThere() throws Exception {
        Path holiday = Files.createDirectories(folder.resolve("Holiday/raw")).getParent();
        Files.writeString(holiday.resolve("a.txt"), "a");
        Files.writeString(holiday.resolve("raw/b.txt"), "bb");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            String offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(holiday))).offer();
            String transfer = bob.transferOf(offer);
            FileTransfers files = bob.node.fileTransfers();
            assertEquals(2, files.recent().getFirst().content().folders());
            assertTrue(files.look(transfer));
            assertEquals(List.of(new Item("Holiday", true, 2, 3)), files.listing(offer, List.of()).items());
            assertEquals(List.of(new Item("raw", true, 1, 2), new Item("a.txt", false, 1, 1)),
                    files.listing(offer, List.of("Holiday")).items());
            files.accept(transfer, List.of("/Holiday/raw"));
            bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
            Transfer over = files.ofOffers(List.of(offer)).getFirst();
            assertEquals(new Part(1, 2), over.taken());
            assertEquals(2, over.progress().bytes());
            assertEquals(new Part(2, 3), over.content().whole());
            takeRest(bob, offer, transfer);
        }
    }

    @Test
    void whereNothingComesOfTheRestWhatWasTakenAtFirstIsStillThere() throws Exception {
        Path holiday = Files.createDirectories(folder.resolve("Holiday/raw")).getParent();
        Files.writeString(holiday.resolve("a.txt"), "a");
        Files.writeString(holiday.resolve("raw/b.txt"), "bb");
        try (var bob = start("Bob")) {
            FileTransfers files = bob.node.fileTransfers();
            Transfer first;
            String offer;
            String transfer;
            try (var ada = start("Ada")) {
                ada.meet(bob);
                offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(holiday))).offer();
                transfer = bob.transferOf(offer);
                assertTrue(files.look(transfer));
                files.accept(transfer, List.of("/Holiday/raw"));
                bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
                first = files.ofOffers(List.of(offer)).getFirst();
            }
            bob.await(SessionClosed.class, _ -> true);
            files.retry(transfer);
            assertEquals(TransferState.WAITING, files.ofOffers(List.of(offer)).getFirst().state());
            files.cancel(transfer);
            assertEquals(first, files.ofOffers(List.of(offer)).getFirst());
            try (var ada = start("Ada")) {
                ada.meet(bob);
                takeRest(bob, offer, transfer);
            }
        }
    }

    private static void takeRest(RunningForTest bob, String offer, String transfer) throws Exception {
        FileTransfers files = bob.node.fileTransfers();
        files.retry(transfer);
        bob.await(Transferred.class, e -> e.id().transfer().equals(transfer) && e.bytes() == 1);
        Transfer all = files.ofOffers(List.of(offer)).getFirst();
        assertEquals(new Part(1, 1, true), all.taken());
        assertEquals(List.of("Holiday (2)"),
                all.paths().stream().map(each -> String.valueOf(each.getFileName())).toList());
        assertEquals("a", Files.readString(all.paths().getFirst().resolve("a.txt")));
        assertTrue(Files.exists(all.paths().getFirst().resolveSibling("Holiday").resolve("raw/b.txt")));
        assertEquals(List.of(), files.held(offer), "not all of it is in one place");
        assertEquals(Reason.RETRY_WHOLE,
                assertThrows(CommandException.class, () -> files.retry(transfer)).reason());
    }

    @Test
    void anOfferIsListedOnBothSidesUntilTheFileStandsInTheFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            String offer = ada.node.chats().send("Bob", FilesToSend.of(List.of(file))).offer();
            String transfer = bob.transferOf(offer);
            Transfer offered = bob.node.fileTransfers().recent().getFirst();
            assertEquals(
                    PlainRecords.transfer(new Ids(offer, transfer, ada.node.fingerprint().hex()), Direction.IN,
                            new Other(ada.node.fingerprint(), "Ada"), new Content(List.of("f.txt"), 1, 7),
                            new Progress(TransferState.OFFERED, 0, null, false), offered.offered(), List.of()),
                    offered);
            assertEquals(List.of(offered), bob.node.fileTransfers().open());
            assertEquals(List.of(offered), bob.node.reader().transfers(), "as it is read where no node runs");
            Transfer own = ada.node.fileTransfers().recent().getFirst();
            assertEquals(List.of(file.toRealPath()), own.paths().stream().map(Path::toAbsolutePath).toList());
            assertEquals(Direction.OUT, own.direction());
            assertEquals("Bob", own.other().name());
            bob.node.fileTransfers().accept(transfer);
            Transferred done = bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
            Transfer over = bob.node.fileTransfers().ofOffers(List.of(offer)).getFirst();
            assertEquals(TransferState.DONE, over.state());
            assertEquals(7, over.progress().bytes());
            assertEquals(done.paths(), over.paths());
            assertEquals(List.of(), bob.node.fileTransfers().open());
        }
    }

    @Test
    void whatWasDeclinedStaysInSightWithItsReasonAfterANewStart() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        String offer;
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            offer = ada.node.chats().send("#class", FilesToSend.of(List.of(file))).offer();
            String transfer = bob.transferOf(offer);
            bob.node.fileTransfers().decline(transfer);
            ada.await(TransferFailed.class, e -> e.id().transfer().equals(transfer));
        }
        try (var bob = start("Bob")) {
            Transfer over = bob.node.fileTransfers().recent().getFirst();
            assertEquals(TransferState.FAILED, over.state());
            assertEquals(FailureReason.DECLINED, over.progress().reason());
            assertEquals("#class", over.ids().conversation());
            assertEquals("Ada", over.other().name());
            assertEquals(List.of(over), bob.node.fileTransfers().ofOffers(List.of(offer)));
        }
    }

    @Test
    void whatWasDeclinedIsTakenAfterAllByARetry() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            String offer = ada.node.chats().send("#class", FilesToSend.of(List.of(file))).offer();
            String transfer = bob.transferOf(offer);
            assertEquals(Code.NOT_POSSIBLE,
                    assertThrows(CommandException.class, () -> bob.node.fileTransfers().retry(transfer)).code());
            bob.node.fileTransfers().decline(transfer);
            ada.await(TransferFailed.class, e -> e.id().transfer().equals(transfer));
            assertEquals(0, bob.node.fileTransfers().retryFailed().tried(), "it was declined on purpose");
            assertNull(bob.node.fileTransfers().retry(transfer).offer());
            bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
            ada.await(Transferred.class, e -> e.id().transfer().equals(transfer));
            assertEquals(Code.NOT_POSSIBLE,
                    assertThrows(CommandException.class, () -> bob.node.fileTransfers().retry(transfer)).code());
        }
    }

    @Test
    void nothingIsTakenOfSomebodyWhoIsBlocked() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            String transfer = bob.transferOf(ada.node.chats().send("#class", FilesToSend.of(List.of(file))).offer());
            FileTransfers files = bob.node.fileTransfers();
            bob.node.contacts().setBlocked(ada.node.fingerprint(), true);
            assertBlocked(() -> files.accept(transfer));
            assertBlocked(() -> files.accept(transfer, List.of("f.txt")));
            files.decline(transfer);
            assertBlocked(() -> files.retry(transfer));
            bob.node.contacts().setBlocked(ada.node.fingerprint(), false);
            files.retry(transfer);
            bob.await(Transferred.class, e -> e.id().transfer().equals(transfer));
        }
    }

    private static void assertBlocked(Executable command) {
        assertEquals(Reason.OFFERER_BLOCKED, assertThrows(CommandException.class, command).reason());
    }

    @Test
    void whatChangedIsOfferedAgainAloneAndWhatWasExcludedStaysOut() throws Exception {
        Path photos = Files.createDirectory(folder.resolve("Photos"));
        for (String name : List.of("a", "b", "secret")) Files.writeString(photos.resolve(name), name);
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            var what = new FilesToSend(List.of(photos), List.of("secret"));
            String offer = ada.node.chats().send("#class", what).offer();
            String transfer = bob.transferOf(offer);
            Files.writeString(photos.resolve("b"), "another b");
            bob.node.fileTransfers().accept(transfer);
            assertEquals(1, ada.await(Transferred.class, e -> e.id().offer().equals(offer)).failures().files());
            Transfer listed = ada.node.fileTransfers().recent().getFirst();
            assertEquals(new FailedFiles(1, 1,
                    List.of(new FailedFiles.One(photos.toRealPath().resolve("b").toString(),
                            FailureReason.SOURCE_CHANGED))),
                    listed.progress().failures());
            assertEquals(1, ada.node.fileTransfers().retryFailed().tried());
            assertEquals(0, ada.node.fileTransfers().retryFailed().tried(), "once is enough");
            var again = bob.await(Offered.class, e -> !e.id().offer().equals(offer));
            assertEquals(List.of("b"), again.names());
            String second = String.valueOf(ada.node.fileTransfers().retry(transfer).offer());
            assertEquals(1, bob.await(Offered.class, e -> e.id().offer().equals(second)).files());
            Files.delete(photos.resolve("b"));
            ada.node.acts().forward(ada.node.acts().find(offer), "#class", null);
            var forwarded = bob.await(Offered.class, e -> e.names().equals(List.of("Photos"))
                    && !e.id().offer().equals(offer));
            assertEquals(1, forwarded.files(), "a alone: b is gone, secret was excluded");
        }
    }

    @Test
    void anOfferThatReachesNobodyIsKnownUntilItIsTakenBack() throws Exception {
        Path paper = Files.writeString(folder.resolve("paper"), "of mine");
        try (var ada = start("Ada")) {
            FileTransfers files = ada.node.fileTransfers();
            String offer = ada.node.chats().send("#class", FilesToSend.of(List.of(paper))).offer();
            UnreachedOffer waits = files.unreached().getFirst();
            assertEquals(offer, waits.offer());
            assertEquals(List.of("paper"), waits.content().names());
            assertEquals(List.of(), waits.waitsFor());
            assertEquals(Set.of(), files.withdrawn(List.of(offer, "x")));
            files.withdraw(offer);
            assertEquals(List.of(), files.unreached());
            assertEquals(Set.of(offer), files.withdrawn(List.of(offer, "x")));
        }
    }

    @Test
    void whatIsNoIdNamesNoTransfer() throws Exception {
        try (var ada = start("Ada")) {
            assertEquals(List.of(),
                    ada.node.fileTransfers().ofOffers(List.of("x", "", "00112233445566778899aabbccddeeff")));
            assertEquals(List.of(), ada.node.fileTransfers().recent());
            for (String id : List.of("x", "0011223344556677")) {
                assertEquals(Code.NO_TRANSFER,
                        assertThrows(CommandException.class, () -> ada.node.fileTransfers().accept(id)).code());
            }
        }
    }

    @Test
    void whatIsALinkNowOrGoneIsNotOfferedAgainAndTheOthersAre() throws Exception {
        var sent = new ArrayList<Path>();
        for (String name : List.of("link", "gone", "kept")) {
            sent.add(Files.writeString(folder.resolve(name), name));
        }
        Path secret = Files.writeString(folder.resolve("secret"), "never sent");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.meet(bob);
            for (Path each : sent) {
                String offer = ada.node.chats().send("#class", FilesToSend.of(List.of(each))).offer();
                String transfer = bob.transferOf(offer);
                Files.writeString(each, "changed meanwhile");
                bob.node.fileTransfers().accept(transfer);
                ada.await(TransferFailed.class, e -> e.id().offer().equals(offer));
            }
            Files.delete(sent.get(0));
            Files.createSymbolicLink(sent.get(0), secret);
            Files.delete(sent.get(1));
            FileTransfers.Retried retried = ada.node.fileTransfers().retryFailed();
            assertEquals(1, retried.tried());
            assertEquals(List.of("None of these files is here any more. Nothing was offered.",
                    sent.get(0).toRealPath(LinkOption.NOFOLLOW_LINKS) + " is not what you offered: a link leads to"
                            + " another place now. Nothing was offered; send it by its name if you mean that."),
                    retried.problems().stream().map(FileTransfers.NotRetried::why).toList());
            var again = ada.node.fileTransfers().recent().getFirst();
            assertEquals(List.of("kept"), again.content().names());
        }
    }

    @Test
    void whatIsNoFileAnyMoreIsNotOfferedAgainAndTheOthersAre() throws Exception {
        Path photos = Files.createDirectory(folder.resolve("Photos"));
        for (String name : List.of("folder", "kept", "sent", "socket")) Files.writeString(photos.resolve(name), name);
        Path socket = photos.toRealPath().resolve("socket");
        Path aFolder = photos.toRealPath().resolve("folder");
        try (var ada = start("Ada");
                var bob = start("Bob");
                var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            ada.meet(bob);
            String offer = ada.node.chats().send("#class", FilesToSend.of(List.of(photos))).offer();
            for (Path each : List.of(socket, aFolder)) Files.delete(each);
            Files.writeString(photos.resolve("kept"), "changed meanwhile");
            bob.node.fileTransfers().accept(bob.transferOf(offer));
            assertEquals(3, ada.await(Transferred.class, e -> e.id().offer().equals(offer)).failures().files());
            listening.bind(UnixDomainSocketAddress.of(socket));
            Files.createDirectory(aFolder);
            FileTransfers.Retried retried = ada.node.fileTransfers().retryFailed();
            assertEquals(
                    Set.of(socket + " is no plain file but a device, a pipe or a socket. It was not offered again.",
                            aFolder + " is not what you offered: it is a folder now. It was not offered again."),
                    retried.problems().stream().map(FileTransfers.NotRetried::why).collect(Collectors.toSet()));
            assertEquals(1, retried.tried());
            assertEquals(List.of("kept"), ada.node.fileTransfers().recent().getFirst().content().names());
        }
    }
}
