package io.landline.doctor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeDoctorTest {
    private static final DoctorMessage SAID = DoctorMessage.of("peer.link.either");

    /// A search of all addresses, or a typed one, needs no broadcast.
    @Test
    void whatHoldsBackAnnouncementsIsANoteWhereTheTwoMet() {
        var firewall = Finding.bad(FindingCode.FIREWALL_HERE, SAID, SAID).withCommands("nft");
        var broadcast = Finding.bad(FindingCode.NO_BROADCAST, SAID, SAID);
        var key = Finding.bad(FindingCode.KEY_DIFFERS, SAID, SAID);
        List<Finding> met = List.of(firewall, broadcast, key, Finding.ok(FindingCode.NOT_FOUND, SAID));
        List<Finding> told = NodeDoctor.notesWhereMet(met);
        assertEquals(List.of(FindingState.NOTE, FindingState.NOTE, FindingState.BAD, FindingState.OK),
                told.stream().map(Finding::state).toList());
        assertEquals("nft", told.getFirst().commands());
    }

    @Test
    void itIsBadWhereTheyDidNotMeet() {
        List<Finding> apart = List.of(Finding.bad(FindingCode.NO_BROADCAST, SAID, SAID),
                Finding.bad(FindingCode.NOT_FOUND, SAID, SAID));
        assertEquals(apart, NodeDoctor.notesWhereMet(apart));
    }
}
