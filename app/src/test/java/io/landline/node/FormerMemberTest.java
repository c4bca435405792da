package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.conversation.History.Question;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Somebody who was met, and shares no room with this user any more.
class FormerMemberTest extends LoopbackNodes {
    @Test
    void whatWasSaidWithThemStaysReadableByTheirNameAndNothingIsSent() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ada.node.chats().say("Ben", "for Ben alone");
            ada.node.rooms().leave("#class");
            var bens = ben.node.fingerprint();
            for (String to : List.of("Ben", bens.brief(), bens.hex())) {
                var said = ada.node.reader().history(Question.newest(to, 10)).messages();
                assertEquals("for Ben alone", said.getLast().text());
                assertTrue(ada.node.reader().export(to, Format.TEXT, null).text().contains("for Ben alone"));
                var no = assertThrows(CommandException.class, () -> ada.node.chats().say(to, "more"));
                assertEquals(Code.NOT_A_MEMBER, no.code());
            }
        }
    }
}
