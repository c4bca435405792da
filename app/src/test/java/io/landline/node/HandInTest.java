package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent.BoxMade;
import io.landline.node.port.NodeEvent.Closed;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.HandedIn;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Direction;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.EntryId;
import io.landline.testing.BackgroundFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Hand-in boxes between real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class HandInTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;
    private int udpPort;

    @BeforeEach
    void choosePort() throws IOException {
        udpPort = FreePorts.udp();
    }

    private RunningForTest start(String name) throws NodeException {
        return start(folder, name);
    }

    /// Nobody here takes an offer by a rule.
    private RunningForTest start(Path in, String name) throws NodeException {
        return RunningForTest.start(in, name, udpPort, RunningForTest.room(), AcceptRule.ASK);
    }

    private static void meet(RunningForTest one, RunningForTest other) throws InterruptedException {
        one.awaitJoined(other);
        other.awaitJoined(one);
    }

    private static EntryId box(RunningForTest ada, String title, String pattern, long maxBytes, Instant until)
            throws CommandException {
        return ada.node.fileTransfers()
                .handIns()
                .make("#class", new HandInBox(title, until, pattern, maxBytes, true))
                .id();
    }

    private static EntryId box(RunningForTest ada) throws CommandException {
        return box(ada, "Essay", "", 1_000, Instant.now().plus(DAY));
    }

    private FilesToSend file(String name, String text) throws IOException {
        return FilesToSend.of(List.of(Files.writeString(Files.createDirectories(folder.resolve("mine")).resolve(name),
                text)));
    }

    private static void hears(RunningForTest who, EntryId box) throws InterruptedException {
        who.await(BoxMade.class, each -> each.place().id().equals(box));
    }

    private static HandedIn here(RunningForTest who, String offer) throws InterruptedException {
        return who.await(HandedIn.class, each -> each.offer().equals(offer));
    }

    private static List<String> received(RunningForTest ada) throws IOException {
        try (Stream<Path> all = Files.walk(ada.downloads)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> ada.downloads.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private static List<String> received(RunningForTest ada, String box) throws IOException {
        return received(ada).stream().filter(each -> each.startsWith(box + "/")).toList();
    }

    private static Person person(RunningForTest ada, EntryId box, RunningForTest who) throws CommandException {
        return ada.node.fileTransfers()
                .handIns()
                .people(box)
                .stream()
                .filter(each -> each.peer().equals(who.node.fingerprint()))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Code code, Executable act) {
        assertEquals(code, assertThrows(CommandException.class, act).code());
    }

    /// One group of nodes for all that needs them up at once: starting them is what takes time.
    @Test
    void whatMembersHandInIsTakenWithoutAQuestionAndOnlyTheCollectorSeesIt() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob"); var other = start(folder.resolve("other"), "Bob")) {
            meet(ada, bob);
            meet(ada, other);
            bothKnowAndNobodyElse(ada, bob, other);
            peopleOfOneNameAreNotMixed(ada, bob, other);
            whatIsLateOrComesTwiceIsTaken(ada, bob);
            aProgramLosesItsMark(ada, bob);
            whatIsNotWantedIsRefusedHere(ada, bob);
            theCollectorsNodeRefusesWhatTheOtherOneShouldHave(ada, bob);
            ada.await(Delivered.class, each -> each.conversation().equals("#class"));
            EntryId last = box(ada);
            hears(bob, last);
            bob.node.contacts().setBlocked(ada.node.fingerprint(), true);
            assertThrows(CommandException.class,
                    () -> bob.node.fileTransfers().handIns().handIn(last, file("a.txt", "1")));
        }
    }

    private void bothKnowAndNobodyElse(RunningForTest ada, RunningForTest bob, RunningForTest eve) throws Exception {
        EntryId box = box(ada);
        hears(bob, box);
        hears(eve, box);
        String offer = bob.node.fileTransfers().handIns().handIn(box, file("essay.txt", "my essay")).offer();
        HandedIn there = here(bob, offer);
        HandedIn here = here(ada, offer);
        assertEquals(List.of(bob.node.fingerprint(), Direction.IN), List.of(here.peer(), here.direction()));
        assertEquals(List.of(ada.node.fingerprint(), Direction.OUT), List.of(there.peer(), there.direction()));
        assertEquals(List.of(false, false), List.of(here.late(), there.late()));
        assertNotNull(here.root());
        assertEquals(here.root(), there.root());
        assertEquals(1, received(ada).size());
        assertTrue(received(ada).getFirst().startsWith("Essay/Bob~" + bob.node.fingerprint().brief() + "/"));
        assertTrue(received(ada).getFirst().endsWith("/essay.txt"));
        assertEquals(State.HANDED_IN, person(ada, box, bob).state());
        assertEquals(State.MISSING, person(ada, box, eve).state());
        assertEquals(State.HANDED_IN, person(bob, box, bob).state());
        assertEquals(List.of(), eve.all(HandedIn.class), "nobody else sees it");
        assertEquals(State.MISSING, person(eve, box, eve).state());
        refused(Code.NOT_POSSIBLE, () -> eve.node.fileTransfers().handIns().table(box));
        assertTrue(ada.node.fileTransfers()
                .handIns()
                .table(box)
                .contains("\"Bob\",\"" + bob.node.fingerprint().hex() + "\",\"handed-in\""));
        assertEquals(1, ada.node.fileTransfers().handIns().remind(box, null));
        Message reminder = eve.await(Message.class, each -> each.text().contains("Essay"));
        assertEquals(ada.node.fingerprint().hex(), reminder.conversation());
    }

    private void peopleOfOneNameAreNotMixed(RunningForTest ada, RunningForTest bob, RunningForTest other)
            throws Exception {
        EntryId box = box(ada, "Names", "", 1_000, Instant.now().plus(DAY));
        hears(bob, box);
        hears(other, box);
        here(ada, bob.node.fileTransfers().handIns().handIn(box, file("a.txt", "1")).offer());
        here(ada, other.node.fileTransfers().handIns().handIn(box, file("a.txt", "2")).offer());
        assertEquals(2, received(ada, "Names").stream().map(each -> Path.of(each).getName(1)).distinct().count());
    }

    private void whatIsLateOrComesTwiceIsTaken(RunningForTest ada, RunningForTest bob) throws Exception {
        EntryId box = boxThatEndsSoon(ada);
        hears(bob, box);
        while (!Instant.now().isAfter(ada.node.fileTransfers().handIns().box(box).what().until())) Thread.onSpinWait();
        assertTrue(here(ada, bob.node.fileTransfers().handIns().handIn(box, file("a.txt", "1")).offer()).late());
        assertTrue(here(ada, bob.node.fileTransfers().handIns().handIn(box, file("a.txt", "2")).offer()).late());
        assertEquals(2, person(ada, box, bob).receipts().size());
        assertEquals(2, received(ada, "Late").size());
    }

    /// On a slow machine the end may have passed before the box is made: then it is made with a later one.
    private static EntryId boxThatEndsSoon(RunningForTest ada) throws CommandException {
        for (long millis = 100;; millis *= 2) {
            try {
                return box(ada, "Late", "", 1_000, Instant.now().plusMillis(millis));
            } catch (CommandException e) {
                assertEquals(Reason.BOX_END_PASSED, e.reason());
            }
        }
    }

    private void aProgramLosesItsMark(RunningForTest ada, RunningForTest bob) throws Exception {
        EntryId box = box(ada, "Program", "", 1_000, Instant.now().plus(DAY));
        hears(bob, box);
        FilesToSend program = file("run.sh", "#!/bin/sh\n");
        assertTrue(program.items().getFirst().toFile().setExecutable(true));
        here(ada, bob.node.fileTransfers().handIns().handIn(box, program).offer());
        assertFalse(Files.isExecutable(ada.downloads.resolve(received(ada, "Program").getFirst())));
    }

    private void whatIsNotWantedIsRefusedHere(RunningForTest ada, RunningForTest bob) throws Exception {
        EntryId box = box(ada, "Texts", "*.txt", 10, Instant.now().plus(DAY));
        hears(bob, box);
        refused(Code.NOT_POSSIBLE, () -> bob.node.fileTransfers().handIns().handIn(box, file("essay.pdf", "")));
        refused(Code.NOT_POSSIBLE,
                () -> bob.node.fileTransfers().handIns().handIn(box, file("essay.txt", "12345678901")));
        Path named = Files.createDirectory(folder.resolve("all.txt"));
        refused(Code.NOT_POSSIBLE,
                () -> bob.node.fileTransfers().handIns().handIn(box, FilesToSend.of(List.of(named))));
        HandedIn taken = here(ada,
                bob.node.fileTransfers().handIns().handIn(box, file("essay.txt", "1234567890")).offer());
        assertNotNull(taken.root(), "all of it was taken");
        refused(Code.NOT_POSSIBLE, () -> bob.node.acts().close(box));
        EntryId closed = ada.node.acts().close(box).id();
        bob.await(Closed.class, each -> each.on().id().equals(closed));
        refused(Code.NOT_POSSIBLE, () -> bob.node.fileTransfers().handIns().handIn(box, file("b.txt", "")));
        refused(Code.NOT_POSSIBLE, () -> ada.node.acts().delete(box));
        refused(Code.NOT_POSSIBLE, () -> ada.node.fileTransfers().handIns().handIn(box, file("c.txt", "")));
        assertEquals(1, received(ada, "Texts").size());
    }

    /// What a folder holds is not added up before it is offered.
    private void theCollectorsNodeRefusesWhatTheOtherOneShouldHave(RunningForTest ada, RunningForTest bob)
            throws Exception {
        EntryId box = box(ada, "Small", "", 2, Instant.now().plus(DAY));
        hears(bob, box);
        here(ada, bob.node.fileTransfers().handIns().handIn(box, file("a.txt", "12")).offer());
        Path nested = Files.createDirectories(folder.resolve("nested"));
        Files.writeString(nested.resolve("b.txt"), "1");
        String offer = bob.node.fileTransfers().handIns().handIn(box, FilesToSend.of(List.of(nested))).offer();
        assertEquals(FailureReason.DECLINED,
                bob.await(TransferFailed.class, each -> each.id().offer().equals(offer)).reason());
        assertEquals(1, received(ada, "Small").size());
    }

    @Test
    void itGoesWhenTheCollectorIsBackAlsoAfterBothWereEnded() throws Exception {
        EntryId box;
        String offer;
        try (var bob = start("Bob")) {
            try (var ada = start("Ada")) {
                meet(ada, bob);
                box = box(ada);
                hears(bob, box);
            }
            offer = bob.node.fileTransfers().handIns().handIn(box, file("essay.txt", "my essay")).offer();
            assertEquals(State.UNDER_WAY, person(bob, box, bob).state());
            String collector = bob.node.fileTransfers().handIns().box(box).author().hex();
            TimelineItem own = bob.node.chats().history().files(collector, null, 1).items().getFirst();
            assertTrue(own instanceof TimelineItem.Offer(_, _, _, _, _, _, _, boolean handedIn) && handedIn);
        }
        try (var bob = start("Bob"); var ada = start("Ada")) {
            assertFalse(here(ada, offer).late());
            assertFalse(here(bob, offer).late());
            assertEquals(1, received(ada).size());
            assertEquals(State.HANDED_IN, person(ada, box, bob).state());
        }
    }

    @Test
    void aBoxNeedsARoomWithAKey() throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", udpPort,
                new RequestedRoom(new RoomName("class"), true, null))) {
            refused(Code.NOT_POSSIBLE, () -> box(ada));
            EntryId text = ada.node.chats().say("#class", "no box").id();
            refused(Code.NO_MESSAGE, () -> ada.node.fileTransfers().handIns().box(text));
        }
    }
}
