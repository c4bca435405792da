package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.handshake.RefusalReason;
import io.landline.node.conversation.History.Question;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Bye;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerLeft;
import io.landline.node.port.NodeEvent.Ready;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Direction;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Whole nodes on the loopback interface: what a user would see.
class NodeTest extends LoopbackNodes {
    @Test
    void twoMembersFindEachOtherAndTalk() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            ada.node.chats().say("Bob", "between us");
            Message direct = bob.await(Message.class, e -> e.text().equals("between us"));
            assertEquals(ada.node.fingerprint().hex(), direct.conversation());
            assertEquals("Ada", direct.name());
            bob.node.chats().say("#class", "to all");
            assertEquals("#class", ada.await(Message.class, e -> e.text().equals("to all")).conversation());
            ada.await(Delivered.class, e -> e.peer().equals(bob.node.fingerprint()));
            assertEquals(List.of("between us"),
                    ada.node.reader()
                            .history(Question.newest("Bob", 10))
                            .messages()
                            .stream()
                            .map(Message::text)
                            .toList());
        }
    }

    @Test
    void readyIsTheFirstEventAndByeTheLast() throws Exception {
        RunningForTest ada = start("Ada");
        ada.close();
        assertTrue(ada.all(NodeEvent.class).getFirst() instanceof Ready);
        assertTrue(ada.all(NodeEvent.class).getLast() instanceof Bye);
    }

    /// The conversations' thread waits, as for a disk that does not answer.
    @Test
    void aProgramThatEndsDoesNotWaitForADiskThatHangs() throws Exception {
        try (var ada = start("Ada")) {
            var hangs = new CountDownLatch(1);
            var answers = new CountDownLatch(1);
            Thread.ofVirtual()
                    .start(() -> ada.node.parts.talk.conversations.append(new ConversationId(1, 1),
                            EntryKind.TEXT, new EntryText("on its way").toBody(), _ -> {
                                hangs.countDown();
                                Patience.await(answers);
                            }));
            try {
                hangs.await();
                CompletableFuture.runAsync(() -> ada.node.closeWithin(Duration.ofMillis(300)))
                        .get(Patience.SECONDS, TimeUnit.SECONDS);
                ada.await(Bye.class, _ -> true);
                assertEquals(1, answers.getCount(), "the disk still hangs");
            } finally {
                answers.countDown();
            }
            for (Thread end : Thread.getAllStackTraces().keySet()) if (end.getName().equals("node-end")) end.join();
        }
    }

    @Test
    void whatHappenedWhileTheNodeWasOpenedIsToldAfterReady() throws Exception {
        try (var _ = onTheUsualPort("Ada"); var bob = onTheUsualPort("Bob")) {
            bob.await(Warning.class, e -> e.code() == WarningCode.PORT_TAKEN);
            assertTrue(bob.all(NodeEvent.class).getFirst() instanceof Ready);
        }
    }

    @Test
    void c1_theNextStartSaysThatTheLastOneEndedByAFault() throws Exception {
        start("Ada").close();
        Files.writeString(folder.resolve("Ada").resolve("ended-by-fault"), "Landline has run out of memory.\n");
        try (var ada = start("Ada")) {
            Warning said = ada.await(Warning.class, e -> e.code() == WarningCode.ENDED_BY_FAULT);
            assertEquals("The last time: Landline has run out of memory.", said.message());
        }
    }

    private RunningForTest onTheUsualPort(String name) throws NodeException {
        Path downloads = folder.resolve(name + "-downloads");
        var network = new Network(udpPort, null, List.of("lo"), List.of());
        return new RunningForTest(Node.open(new NodeOptions(folder.resolve(name), new PeerName(name), List.of(),
                network, downloads, AcceptRule.ALL, false)), downloads);
    }

    @Test
    void whatIsSaidToSomebodyAbsentArrivesOnceWhenHeComesBack() throws Exception {
        try (var ada = start("Ada")) {
            try (var bob = start("Bob")) {
                ada.awaitJoined(bob);
                bob.awaitJoined(ada);
            }
            ada.await(PeerLeft.class, e -> e.person().name().value().equals("Bob"));
            ada.node.chats().say("Bob", "while you were away");
            try (var bob = start("Bob")) {
                bob.await(Message.class, e -> e.text().equals("while you were away"));
                ada.await(Delivered.class, e -> e.peer().equals(bob.node.fingerprint()));
            }
            try (var bob = start("Bob")) {
                bob.awaitJoined(ada);
                ada.node.chats().say("Bob", "now");
                bob.await(Message.class, e -> e.text().equals("now"));
                assertEquals(1, bob.all(Message.class).size(), "the earlier one is history");
                assertEquals(2, bob.node.reader().history(Question.newest("Ada", 10)).messages().size());
            }
        }
    }

    @Test
    void whoLeavesIsGoneAtOnce() throws Exception {
        try (var ada = start("Ada")) {
            RunningForTest bob = start("Bob");
            ada.awaitJoined(bob);
            bob.close();
            assertEquals(LeaveReason.LEAVE,
                    ada.await(PeerLeft.class, e -> e.person().name().value().equals("Bob")).reason());
        }
    }

    @Test
    void h29_aWrongKeyIsRefusedOnBothSidesAndNothingComesThrough() throws Exception {
        var wrong = new RequestedRoom(new RoomName("class"), false, "amber fox piano lake");
        try (var ada = start("Ada"); var eve = RunningForTest.start(folder, "Eve", udpPort, wrong)) {
            Refused there = eve.await(Refused.class, e -> e.peer().equals(ada.node.fingerprint()));
            Refused here = ada.await(Refused.class, e -> e.peer().equals(eve.node.fingerprint()));
            assertEquals(RefusalReason.WRONG_KEY, there.reason());
            assertEquals(RefusalReason.WRONG_KEY, here.reason());
            CommandException stranger = assertThrows(CommandException.class,
                    () -> eve.node.chats().say("Ada", "let me in"));
            assertEquals(Code.NOT_A_MEMBER, stranger.code());
            eve.node.chats().say("#class", "to a room of my own");
            Path file = Files.writeString(folder.resolve("f"), "x");
            assertThrows(CommandException.class, () -> eve.node.chats().send("Ada", FilesToSend.of(List.of(file))));
            assertTrue(ada.all(Message.class).isEmpty());
            assertTrue(ada.all(Joined.class).isEmpty());
        }
    }

    @Test
    void anOpenRoomAndAKeyedOneOfTheSameNameNeverMeet() throws Exception {
        var open = new RequestedRoom(new RoomName("class"), true, null);
        try (var ada = start("Ada");
                var bob = start("Bob");
                var out = RunningForTest.start(folder, "Out", udpPort, open)) {
            ada.awaitJoined(bob);
            out.await(PeerAppeared.class, e -> e.person().peer().equals(ada.node.fingerprint()));
            ada.node.chats().say("#class", "members only");
            bob.await(Message.class, e -> e.text().equals("members only"));
            assertTrue(out.all(Joined.class).isEmpty());
            assertTrue(out.all(Message.class).isEmpty());
        }
    }

    @Test
    void aFileArrivesWholeAndNothingElseStandsInTheFolder() throws Exception {
        byte[] content = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("résumé of it.bin"), content);
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            ada.node.chats().send("Bob", FilesToSend.of(List.of(file)));
            Transferred in = bob.await(Transferred.class, e -> e.id().direction() == Direction.IN);
            assertArrayEquals(content, Files.readAllBytes(in.paths().getFirst()));
            assertEquals("résumé of it.bin", in.paths().getFirst().getFileName().toString());
            Transferred out = ada.await(Transferred.class, e -> e.id().direction() == Direction.OUT);
            assertEquals(in.id().transfer(), out.id().transfer());
            try (var inFolder = Files.list(bob.downloads)) {
                assertEquals(1, inFolder.count());
            }
        }
    }

    @Test
    void aDeclinedOfferIsToldToItsSender() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = start("Ada");
                var bob = RunningForTest.start(folder, "Bob", udpPort, RunningForTest.room(), AcceptRule.ASK)) {
            ada.awaitJoined(bob);
            ada.node.chats().send("Bob", FilesToSend.of(List.of(file)));
            Offered offered = bob.await(Offered.class, e -> e.id().direction() == Direction.IN);
            assertEquals(List.of("f.txt"), offered.names());
            bob.node.fileTransfers().decline(offered.id().transfer());
            assertEquals(FailureReason.DECLINED, ada.await(TransferFailed.class, _ -> true).reason());
            assertTrue(!Files.exists(bob.downloads) || Files.list(bob.downloads).findAny().isEmpty());
        }
    }

    @Test
    void aRoomJoinedWhileRunningWorksAtOnce() throws Exception {
        try (var ada = start("Ada"); var bob = RunningForTest.start(folder, "Bob", udpPort, null)) {
            ada.await(PeerAppeared.class, e -> e.person().peer().equals(bob.node.fingerprint()));
            bob.node.rooms().join("class", RunningForTest.KEY);
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            bob.node.chats().say("#class", "here I am");
            ada.await(Message.class, e -> e.text().equals("here I am"));
        }
    }

    @Test
    void aNewMemberGetsTheHistoryThoughItsAuthorHasLeft() throws Exception {
        try (var bob = start("Bob")) {
            try (var ada = start("Ada")) {
                ada.awaitJoined(bob);
                bob.awaitJoined(ada);
                ada.node.chats().say("#class", "I was here first");
                bob.await(Message.class, e -> e.text().equals("I was here first"));
            }
            try (var carol = start("Carol")) {
                Message handedOn = carol.await(Message.class, e -> e.text().equals("I was here first"));
                assertEquals("#class", handedOn.conversation());
            }
        }
    }

    @Test
    void twoMembersOfOneNameAreNeverMixedUp() throws Exception {
        try (var ada = start("Ada");
                var one = RunningForTest.start(folder.resolve("1"), "Max", udpPort, RunningForTest.room());
                var two = RunningForTest.start(folder.resolve("2"), "Max", udpPort, RunningForTest.room())) {
            ada.awaitJoined(one);
            ada.awaitJoined(two);
            CommandException ambiguous = assertThrows(CommandException.class,
                    () -> ada.node.chats().say("Max", "hello"));
            assertEquals(Code.AMBIGUOUS, ambiguous.code());
            assertTrue(String.valueOf(ambiguous.getMessage()).contains(one.node.fingerprint().brief()));
            ada.node.chats().say(two.node.fingerprint().brief(), "you");
            two.await(Message.class, e -> e.text().equals("you"));
            assertTrue(one.all(Message.class).isEmpty());
        }
    }
}
