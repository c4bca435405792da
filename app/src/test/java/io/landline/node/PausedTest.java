package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.console.NodeConsole;
import io.landline.cost.CostRules;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.Chats.Paused;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent.LimitReached;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PauseEnded;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody whose budget of today is full, over real nodes.
class PausedTest extends LoopbackNodes {
    private Fingerprint bobs;

    @BeforeEach
    void bobHasSentAllThatADayAllows() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.node.chats().say("#class", "before");
            ada.await(Message.class, e -> e.text().equals("before"));
            bobs = bob.node.fingerprint();
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("Ada/history.db"));
                PreparedStatement sql = connection
                        .prepareStatement("UPDATE budget SET bytes = ? WHERE person = ? AND purpose = 'OWN'")) {
            sql.setLong(1, CostRules.MEMBER_BYTES_A_DAY);
            sql.setBytes(2, bobs.bytes());
            assertEquals(1, sql.executeUpdate());
        }
    }

    private static List<String> texts(RunningForTest of) throws CommandException {
        return of.node.chats()
                .page("#class", null, 10)
                .items()
                .stream()
                .map(item -> ((TimelineItem.Text) item).text())
                .toList();
    }

    @Test
    void thePauseShowsUntilMoreIsAllowedAndThenTheRestArrives() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.node.chats().say("#class", "after");
            LimitReached told = ada.await(LimitReached.class, e -> e.person().equals(bobs));
            assertEquals("#class DAY Bob", told.conversation() + " " + told.limit() + " " + told.name());
            assertEquals(List.of(new Paused(bobs, "Bob", false)), ada.node.chats().paused("#class"));
            assertEquals(List.of(), ada.node.chats().paused(bobs.hex()));
            assertEquals(List.of("before"), texts(ada));
            ada.node.chats().allowMore(bobs);
            ada.await(PauseEnded.class, e -> e.person().equals(bobs) && e.conversation().equals("#class"));
            ada.await(Message.class, e -> e.text().equals("after"));
            assertEquals(List.of(), ada.node.chats().paused("#class"));
        }
    }

    @Test
    void verifyingByCommandFetchesTheRestAsTheWindowDoes() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.node.chats().say("#class", "after");
            ada.await(LimitReached.class, e -> e.person().equals(bobs));
            var answers = new LinkedBlockingQueue<JsonObject>();
            try (var console = new NodeConsole(ada.node, answers::add, () -> {}, null)) {
                console.line("{\"do\":\"verify\",\"to\":\"Bob\",\"confirm\":true}");
            }
            assertTrue(answers.stream().anyMatch(each -> each.has("verified") && each.get("verified").getAsBoolean()));
            ada.await(PauseEnded.class, e -> e.person().equals(bobs));
            ada.await(Message.class, e -> e.text().equals("after"));
        }
    }

    @Test
    void afterARestartThePauseShowsAgain() throws Exception {
        try (var bob = start("Bob")) {
            bob.node.chats().say("#class", "after");
            for (int run = 1; run <= 2; run++) {
                try (var ada = start("Ada")) {
                    ada.await(LimitReached.class, e -> e.person().equals(bobs));
                    assertEquals(List.of(new Paused(bobs, "Bob", false)), ada.node.chats().paused("#class"));
                }
            }
        }
    }

    @Test
    void blockingEndsThePauseAndWhatStoodThereStays() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            bob.node.chats().say("#class", "after");
            ada.await(LimitReached.class, e -> e.person().equals(bobs));
            ada.node.contacts().setBlocked(bobs, true);
            ada.await(PauseEnded.class, e -> e.person().equals(bobs));
            assertEquals(List.of(), ada.node.chats().paused("#class"));
            assertEquals(List.of("before"), texts(ada));
        }
    }

    @Test
    void somebodyWhomWeNeverMetCanBeBlockedWhereHisMessagesCameByOthers() throws Exception {
        try (var ada = start("Ada")) {
            try (var eve = start("Eve")) {
                ada.awaitJoined(eve);
                eve.await(Message.class, e -> e.author().equals(bobs));
                eve.node.contacts().setBlocked(bobs, true);
                Contact known = eve.node.contacts().contact(bobs);
                assertTrue(known != null && known.blocked());
                try (var bob = start("Bob")) {
                    assertEquals(RefusalReason.BLOCKED,
                            bob.await(Refused.class, e -> e.peer().equals(eve.node.fingerprint())).reason());
                }
            }
        }
    }
}
