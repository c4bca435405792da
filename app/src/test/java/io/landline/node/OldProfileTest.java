package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferState;
import io.landline.node.conversation.History;
import io.landline.node.conversation.History.Question;
import io.landline.node.conversation.HistoryItem;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.OpenProfile;
import io.landline.peer.Fingerprint;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A profile that an earlier version wrote: all of it is found, and goes on.
@ExtendWith(BackgroundFailures.class)
class OldProfileTest {
    private static final String ADA = "7681d11c";
    /// Met in an open room only: no member of a keyed one, and so in no list.
    private static final Fingerprint CEM = Fingerprint.parse(
            "e60c1b3df78738235c4be3ff6755bfc13246675fe0e26c265c3217e5a6d06449");
    private static final long HALF_BYTES = 24 << 20;
    private static final long HALF_HERE = 17 << 20;

    @TempDir
    Path temporary;
    private Path folder;
    private int udpPort;

    @BeforeEach
    void unpack() throws Exception {
        folder = temporary.toRealPath();
        OldProfiles.unpack(folder);
        udpPort = FreePorts.udp();
    }

    private RunningForTest start(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, null, AcceptRule.ASK);
    }

    private static Contact contact(RunningForTest of, String name) {
        return of.node.contacts()
                .contacts()
                .stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(RunningForTest node, String conversation) throws CommandException {
        return node.node.reader()
                .history(Question.newest(conversation, 100))
                .messages()
                .stream()
                .map(Message::text)
                .toList();
    }

    @Test
    void h80_roomsPeopleAndWhatWasSaidAreFound() throws Exception {
        try (var ada = start("Ada")) {
            assertEquals(ADA, ada.node.fingerprint().brief());
            assertEquals(List.of("#class false true", "#lobby (open) true true"), ada.node.reader()
                    .rooms()
                    .stream()
                    .map(room -> room.label() + " " + room.open() + " " + room.confirmed())
                    .toList());
            Contact bob = contact(ada, "Bob");
            Contact dan = contact(ada, "Dan");
            Contact cem = ada.node.contacts().contact(CEM);
            assertNotNull(cem);
            assertEquals(List.of(true, false, false), Stream.of(bob, dan, cem).map(Contact::verified).toList());
            assertEquals(List.of(false, false, true), Stream.of(bob, dan, cem).map(Contact::blocked).toList());
            assertEquals(List.of("#class"), bob.rooms());

            assertEquals(15, texts(ada, "#class").size());
            for (String author : List.of("Ada", "Bob", "Dan")) {
                List<String> its = texts(ada, "#class").stream().filter(text -> text.startsWith(author)).toList();
                assertEquals(Stream.of(1, 2, 3, 4, 5).map(i -> author + " " + i).toList(), its);
            }
            assertEquals(List.of("direct from Ada", "direct from Bob — with “quotes” and 語"), texts(ada, "Bob"));
            assertEquals(List.of("Dan 3"),
                    ada.node.reader()
                            .history(new Question("#class", "dan 3", History.From.NEWEST, 10, null, null, null))
                            .messages()
                            .stream()
                            .map(Message::text)
                            .toList());
            assertEquals(List.of("Cem in the lobby", "Ada in the lobby"), texts(ada, "#lobby"),
                    "what was said before the block stays");
            ada.node.contacts().setBlocked(cem.peer(), false);
            assertEquals(List.of("Cem in the lobby", "Ada in the lobby"), texts(ada, "#lobby"));
            assertEquals(List.of(), muted(ada));
            ada.node.chats().mute("#class", MuteTerm.HOUR);
            assertEquals(List.of("#class"), muted(ada));
            ada.node.chats().setOnTop("#lobby", true);
            assertEquals("#lobby", ada.node.chats().list().getFirst().key());
        }
    }

    private static List<String> muted(RunningForTest of) {
        return of.node.chats().list().stream().filter(Conversation::muted).map(Conversation::key).toList();
    }

    @Test
    void whatABlockedPersonSaidBeforeIsTheSameInTheWindowTheHistoryAndEachSearch() throws Exception {
        try (var ada = start("Ada"); var reader = start("Bob")) {
            reader.awaitJoined(ada);
            assertTrue(ada.node.contacts().contact(CEM).blocked());
            var lobby = ada.node.chats()
                    .list()
                    .stream()
                    .filter(each -> each.title().contains("lobby"))
                    .findFirst()
                    .orElseThrow();
            List<String> said = List.of("Cem in the lobby", "Ada in the lobby");
            assertEquals(said, texts(ada, lobby.key()));
            assertEquals(said, shown(ada.node.chats().page(lobby.key(), null, 10)));
            assertEquals(List.of("Cem in the lobby"), shown(ada.node.chats().search(lobby.key(), "cem", 10)));
            assertEquals(List.of(lobby.key() + " Cem in the lobby"), ada.node.chats()
                    .searchAll(Filter.words("cem lobby"), 10)
                    .found()
                    .stream()
                    .map(each -> each.conversation() + " " + ((TimelineItem.Text) each.item()).text())
                    .toList());
            assertEquals(List.of("Cem in the lobby"),
                    ada.node.reader()
                            .history(new Question(lobby.key(), "cem", History.From.NEWEST, 10, null, null, null))
                            .messages()
                            .stream()
                            .map(Message::text)
                            .toList());
            ada.node.chats().read(lobby.key());
            assertEquals(0, unread(ada, lobby.key()));
            assertEquals(List.of(), ada.all(Message.class).stream().filter(each -> each.author().equals(CEM)).toList(),
                    "it is no news");
            ada.node.contacts().setBlocked(CEM, false);
            assertEquals(said, shown(ada.node.chats().page(lobby.key(), null, 10)));
            assertEquals(0, unread(ada, lobby.key()));
        }
    }

    private static List<String> shown(Chats.Page page) {
        return page.items()
                .stream()
                .map(item -> item instanceof TimelineItem.Text text ? text.text() : "files")
                .toList();
    }

    private static int unread(RunningForTest of, String conversation) {
        return of.node.chats()
                .list()
                .stream()
                .filter(each -> each.key().equals(conversation))
                .findFirst()
                .orElseThrow()
                .unread();
    }

    @Test
    void whatWasOfferedIsFoundByItsName() throws Exception {
        try (var ada = start("Ada")) {
            var found = ada.node.reader().search(new History.Wanted("half.bin", null, null, null), 10).found();
            assertEquals(List.of(List.of("half.bin")),
                    found.stream().map(each -> ((HistoryItem.Files) each.content()).offer().names()).toList());
        }
    }

    @Test
    void h80_proofsKeysAndReceiptsAreFound() throws Exception {
        try (var profile = OpenProfile
                .open(new NodeOptions(folder.resolve("Ada"), null, List.of(), Network.NOT_ASKED, null, null, false))) {
            assertEquals("Ada", profile.name().value());
            assertEquals(folder.resolve("Ada-downloads"), profile.downloads());
            var rooms = profile.rooms().rooms();
            assertEquals(RunningForTest.KEY, rooms.getFirst().room().words().words());
            assertEquals(2, profile.trust().provers(rooms.getFirst().room().id()).size());
            assertEquals(0, profile.trust().provers(rooms.getLast().room().id()).size());
            assertEquals(3, profile.trust().pinned().size());
            Fingerprint bob = profile.trust()
                    .pinned()
                    .stream()
                    .filter(peer -> peer.verified())
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
            assertTrue(profile.trust().proofsOf(bob).contains(rooms.getFirst().room().id()));
            var timelines = profile.timelines();
            var read = timelines.overviews(100)
                    .stream()
                    .flatMap(all -> timelines.receipts(all.conversation()).values().stream())
                    .flatMap(List::stream)
                    .filter(receipt -> receipt.read() > 0)
                    .toList();
            assertEquals(2, read.size(), "Bob has read the room and what Ada wrote to him");
        }
    }

    @Test
    void h80_anOfferStaysOpenAndHalfATransferGoesOn() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            Transfer half = named(ada, "half.bin");
            assertEquals(TransferState.PAUSED, half.state());
            assertEquals(HALF_HERE, half.progress().bytes());
            assertEquals(TransferState.OFFERED, named(ada, "offered.txt").state());
            assertEquals(TransferState.OFFERED, named(ada, "ours.txt").state());
            assertEquals(List.of(folder.resolve("Ada-downloads", "done.txt")), named(ada, "done.txt").paths());
            ada.awaitJoined(bob);
            ada.node.fileTransfers().resume(half.ids().transfer());
            Transferred done = ada.await(Transferred.class, e -> e.id().transfer().equals(half.ids().transfer()));
            assertEquals(HALF_BYTES, done.bytes());
            assertEquals(-1, Files.mismatch(folder.resolve("files", "half.bin"), done.paths().getFirst()));
            ada.node.fileTransfers().accept(named(ada, "offered.txt").ids().transfer());
            Transferred later = ada.await(Transferred.class, e -> e.paths().getFirst().endsWith("offered.txt"));
            assertEquals(-1, Files.mismatch(folder.resolve("files", "offered.txt"), later.paths().getFirst()));
        }
    }

    private static Transfer named(RunningForTest of, String file) {
        return of.node.fileTransfers()
                .recent()
                .stream()
                .filter(each -> each.content().names().contains(file))
                .findFirst()
                .orElseThrow();
    }
}
