package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.act.Poll;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Voted;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.RoomName;
import io.landline.room.EntryId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who did not vote in a poll, as the window and the command line ask for it: both get the same answer.
class WhoDidNotVoteTest extends LoopbackNodes {
    private static final Poll TEA = new Poll("Tea?", List.of("yes", "no"), false, false);

    /// By name, this user among them.
    private static List<String> silent(RunningForTest who, EntryId poll) throws Exception {
        List<Silent> forTheWindow = who.node.acts().votes(poll).silent();
        assertEquals(forTheWindow, who.node.reader().votes(poll).silent());
        return forTheWindow.stream().map(Silent::name).toList();
    }

    @Test
    void whoIsBlockedIsNotNamed() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cid = start("Cid")) {
            ada.awaitJoined(ben);
            ada.awaitJoined(cid);
            EntryId poll = ada.node.acts().ask("#class", TEA).id();
            assertEquals(List.of("Ada", "Ben", "Cid"), silent(ada, poll));
            ada.node.contacts().setBlocked(cid.node.fingerprint(), true);
            assertEquals(List.of("Ada", "Ben"), silent(ada, poll));
            ben.await(PollAsked.class, _ -> true);
            ben.node.acts().vote(poll, List.of(1));
            ada.await(Voted.class, _ -> true);
            assertEquals(List.of("Ada"), silent(ada, poll));
        }
    }

    @Test
    void aMemberWhomThisUserNeverMetIsNamed() throws Exception {
        var ben = start("Ben");
        try (var ada = start("Ada")) {
            ada.awaitJoined(ben);
            ben.node.chats().say("#class", "Ben was here");
            ada.await(Message.class, e -> e.text().equals("Ben was here"));
            ben.close();
            try (var cid = start("Cid")) {
                cid.await(Message.class, e -> e.text().equals("Ben was here"));
                EntryId poll = cid.node.acts().ask("#class", TEA).id();
                assertEquals(List.of("Ada", "Ben", "Cid"), silent(cid, poll));
            }
        }
    }

    /// Nobody is told who leaves a room: who proved its words once is a member.
    @Test
    void aMemberWhoLeftTheRoomIsNamed() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            EntryId poll = ada.node.acts().ask("#class", TEA).id();
            ben.await(PollAsked.class, _ -> true);
            ben.node.rooms().leave("#class");
            assertEquals(List.of("Ada", "Ben"), silent(ada, poll));
        }
    }

    @Test
    void ofAnOpenRoomThoseWhoAreInItNowAreNamed() throws Exception {
        var open = new RequestedRoom(new RoomName("hall"), true, null);
        try (var ada = RunningForTest.start(folder, "Ada", udpPort, open)) {
            EntryId poll = ada.node.acts().ask("#hall", TEA).id();
            assertEquals(List.of("Ada"), silent(ada, poll));
            try (var ben = RunningForTest.start(folder, "Ben", udpPort, open)) {
                ada.awaitJoined(ben);
                assertEquals(List.of("Ada", "Ben"), silent(ada, poll));
            }
        }
    }

    @Test
    void ofADirectConversationBothAreNamed() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            EntryId poll = ada.node.acts().ask(ben.node.fingerprint().hex(), TEA).id();
            assertEquals(List.of("Ada", "Ben"), silent(ada, poll));
        }
    }
}
