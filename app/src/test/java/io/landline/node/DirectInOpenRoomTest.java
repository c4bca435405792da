package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.WritesDirectly;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Direction;
import io.landline.peer.RoomName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What people write directly who share only an open room: the user is asked before it is taken
/// (docs/protocol/handshake.md, "Open rooms").
class DirectInOpenRoomTest extends LoopbackNodes {
    private static final RequestedRoom OPEN = new RequestedRoom(new RoomName("class"), true, null);

    private RunningForTest open(String name) throws Exception {
        return RunningForTest.start(folder, name, udpPort, OPEN, AcceptRule.ALL);
    }

    private static void assertAsked(RunningForTest who) throws Exception {
        who.await(WritesDirectly.class, e -> e.name().equals("Ben"));
        assertTrue(who.all(Message.class).isEmpty());
        assertTrue(who.all(Offered.class).isEmpty());
    }

    @Test
    void whatSomebodyWritesIsTakenWhenThisUserWritesToThem() throws Exception {
        try (var ada = open("Ada"); var ben = open("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ben.node.chats().say("Ada", "do you hear me?");
            assertAsked(ada);
            ada.node.chats().say("Ben", "yes");
            ada.await(Message.class, e -> e.text().equals("do you hear me?"));
            ben.await(Message.class, e -> e.text().equals("yes"));
        }
    }

    @Test
    void itIsTakenWhenThisUserHasComparedTheSafetyNumber() throws Exception {
        try (var ada = open("Ada"); var ben = open("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ben.node.chats().say("Ada", "do you hear me?");
            assertAsked(ada);
            ada.node.contacts().setVerified(ben.node.fingerprint(), true);
            ada.await(Message.class, e -> e.text().equals("do you hear me?"));
        }
    }

    @Test
    void aFileIsAskedAboutAgainThoughTheRuleAcceptsAll() throws Exception {
        Path file = Files.writeString(folder.resolve("f.txt"), "content");
        try (var ada = open("Ada"); var ben = open("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ben.node.chats().send("Ada", FilesToSend.of(List.of(file)));
            assertAsked(ada);
            ada.node.chats().say("Ben", "what is it?");
            Offered offered = ada.await(Offered.class, e -> e.id().direction() == Direction.IN);
            ben.await(Message.class, e -> e.text().equals("what is it?"));
            assertTrue(ada.all(Transferred.class).isEmpty());
            ada.node.fileTransfers().accept(offered.id().transfer());
            Transferred got = ada.await(Transferred.class, e -> e.id().direction() == Direction.IN);
            assertEquals("content", Files.readString(got.paths().getFirst()));
        }
    }
}
