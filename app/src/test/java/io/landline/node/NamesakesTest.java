package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.NodeEvent.Message;
import io.landline.peer.Fingerprint;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two people of one name in a room, of real nodes on the loopback interface.
class NamesakesTest extends LoopbackNodes {
    private static String digits(RunningForTest who) {
        return " (" + who.node.fingerprint().brief() + ")";
    }

    @Test
    void peopleOfOneNameAreToldApartByTheirDigits() throws Exception {
        try (var ada = start("Ada");
                var ben = start("Ben");
                var max = start("Max");
                var other = RunningForTest.start(folder.resolve("other"), "B\u0435n", udpPort, RunningForTest.room())) {
            for (RunningForTest each : Set.of(ben, max, other)) {
                ada.awaitJoined(each);
                each.awaitJoined(ada);
                each.node.chats().say("#class", "hello");
                Fingerprint author = each.node.fingerprint();
                ada.await(Message.class, said -> said.author().equals(author));
            }
            assertEquals(Set.of(ben.node.fingerprint(), other.node.fingerprint()), ada.node.reader().namesakes());
            String text = ada.node.reader().export("#class", Format.TEXT, null).text();
            assertTrue(text.contains("Ben" + digits(ben)), text);
            assertTrue(text.contains("B\u0435n" + digits(other)), text);
            assertFalse(text.contains(digits(max)), text);
            String json = ada.node.reader().export("#class", Format.JSON, null).text();
            assertFalse(json.contains(digits(ben)), "programs have the fingerprint");
        }
    }

    @Test
    void whoHasTheNameOfThisUserIsANamesake() throws Exception {
        try (var ada = start("Ada");
                var other = RunningForTest.start(folder.resolve("other"), "Ada", udpPort, RunningForTest.room())) {
            ada.awaitJoined(other);
            assertEquals(Set.of(other.node.fingerprint()), ada.node.reader().namesakes());
        }
    }
}
