package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Endpoint;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody tells of a peer whom we know at an address where it is not.
class ImpostorTest {
    private static final Room CLASS = TestNode.keyed("class", "amber fox piano river");
    private static final List<RoomListing> LISTED = List.of(CLASS.listing());

    @Test
    void h07_aPinnedPeerIsMetAtItsOldAddressThoughANewOneIsSaidToBeIts() throws Exception {
        try (TestNode ada = TestNode.quickIn(CLASS);
                TestNode bob = TestNode.quickIn(CLASS);
                TestNode eve = TestNode.quickIn(CLASS)) {
            ada.sessions.sighted(bob.candidate());
            ada.session().close(EndReason.CLOSED);
            ada.recorder.await("closed");
            ada.sessions.sighted(bobAt(bob, eve.endpoint(), bob.endpoint()));
            ada.recorder.awaitCount("joined", 2);
            assertEquals(List.of(bob.identity.fingerprint()), ada.sessions.open().stream().map(Session::peer).toList());
            assertEquals(List.of(), eve.recorder.all("met"), "the impostor is not even greeted");
        }
    }

    @Test
    void h07_anOpenSessionStaysWhereItIsWhateverIsSaidOfItsPeersAddress() throws Exception {
        try (TestNode ada = TestNode.quickIn(CLASS);
                TestNode bob = TestNode.quickIn(CLASS);
                TestNode eve = TestNode.quickIn(CLASS)) {
            ada.sessions.sighted(bob.candidate());
            Session session = ada.session();
            ada.sessions.sighted(bobAt(bob, eve.endpoint()));
            bob.session().send(Lane.CHAT, TestNode.chat("still me"));
            ada.recorder.await("frame still me");
            session.send(Lane.CHAT, TestNode.chat("to Bob alone"));
            bob.recorder.await("frame to Bob alone");
            assertEquals(bob.endpoint(), session.endpoint());
            assertEquals(List.of(), eve.recorder.all("frame"));
        }
    }

    private static Candidate bobAt(TestNode bob, Endpoint... endpoints) {
        return new Candidate(bob.identity.fingerprint(), bob.run, List.of(endpoints), LISTED, true);
    }
}
