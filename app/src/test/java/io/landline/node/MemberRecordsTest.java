package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.room.RoomMember;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a node says of how members came in: real nodes on the loopback interface.
@ExtendWith(BackgroundFailures.class)
class MemberRecordsTest {
    @TempDir
    Path folder;

    @Test
    void whoProvedTheWordsToUsAndWhoWasLetInByAnotherAreToldApart() throws Exception {
        int port = FreePorts.udp();
        var ben = RunningForTest.start(folder, "Ben", port, RunningForTest.room());
        var bens = ben.node.fingerprint();
        try (var ada = RunningForTest.start(folder, "Ada", port, RunningForTest.room())) {
            ada.awaitJoined(ben);
            ben.node.chats().say("#class", "Ben was here");
            ada.await(Message.class, e -> e.text().equals("Ben was here"));
            ben.close();
            try (var cem = RunningForTest.start(folder, "Cem", port, RunningForTest.room())) {
                cem.await(Message.class, e -> e.text().equals("Ben was here"));
                Map<?, Admitted> known = cem.node.rooms().admitted("#class");
                Admitted ofBen = known.get(bens);
                assertNotNull(ofBen, known::toString);
                assertEquals(ada.node.fingerprint(), ofBen.by());
                assertEquals("Ada", ofBen.byName());
                Admitted ofAda = known.get(ada.node.fingerprint());
                assertNotNull(ofAda);
                assertNull(ofAda.by());
                assertTrue(!ofAda.at().isBefore(ofBen.at()), "Ada met Ben before");
                List<RoomMember> members = cem.node.reader().members("#class", cem.node.contacts().here());
                assertEquals(Set.of(ada.node.fingerprint(), bens),
                        members.stream().map(RoomMember::peer).collect(Collectors.toSet()));
                CommandException no = assertThrows(CommandException.class,
                        () -> cem.node.rooms().admitted("#nowhere"));
                assertEquals(Code.NO_ROOM, no.code());
            }
        }
    }
}
