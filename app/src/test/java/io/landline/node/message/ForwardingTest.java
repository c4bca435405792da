package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.chat.EntryText;
import io.landline.chat.act.Poll;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.LoopbackNodes;
import io.landline.node.RunningForTest;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Messages that go on to another conversation, of a real node on the loopback interface.
class ForwardingTest extends LoopbackNodes {
    private static final String TO = "#lobby";

    private static List<TimelineItem> items(RunningForTest of) throws CommandException {
        return of.node.chats().page(TO, null, 10).items();
    }

    @Test
    void aTextGoesOnAsItIsNowAndSaysWhoWroteIt() throws Exception {
        try (var ada = start("Ada")) {
            ada.node.rooms().join("lobby", "stone cloud lamp tiger");
            MessageActs acts = ada.node.acts();
            EntryId said = ada.node.chats().say("#class", "helo").id();
            acts.edit(said, "hello");
            acts.forward(said, TO, "Forwarded from Max:");
            acts.forward(said, TO, null);
            String longest = "x".repeat(EntryText.MAX_BYTES);
            acts.forward(ada.node.chats().say("#class", longest).id(), TO, "From Max:");
            assertEquals(List.of("Forwarded from Max:\nhello", "hello", "From Max:", longest),
                    items(ada).stream().map(each -> ((TimelineItem.Text) each).text()).toList());
            acts.delete(said);
            assertEquals(Code.NOT_POSSIBLE,
                    assertThrows(CommandException.class, () -> acts.forward(said, TO, null)).code());
            assertEquals(4, items(ada).size());
        }
    }

    /// As in the window: what was said long ago stands last again, and files whose offer has ended are offered anew.
    @Test
    void aMessageIsSaidAgainInItsOwnConversation() throws Exception {
        try (var ada = start("Ada")) {
            EntryId said = ada.node.chats().say("#class", "hello").id();
            ada.node.acts().forward(said, "#class", null);
            assertEquals(List.of("hello", "hello"),
                    ada.node.chats()
                            .page("#class", null, 10)
                            .items()
                            .stream()
                            .map(each -> ((TimelineItem.Text) each).text())
                            .toList());
        }
    }

    @Test
    void aPollIsAskedAnewWithoutItsVotes() throws Exception {
        try (var ada = start("Ada")) {
            ada.node.rooms().join("lobby", "stone cloud lamp tiger");
            EntryId poll = ada.node.acts().ask("#class", new Poll("When?", List.of("now", "later"), true, false)).id();
            ada.node.acts().vote(poll, List.of(1));
            ada.node.acts().forward(poll, TO, null);
            var anew = (TimelineItem.PollItem) items(ada).getFirst();
            assertEquals("When?", anew.question());
            assertEquals(List.of("now", "later"), anew.options().stream().map(TimelineItem.Option::text).toList());
            assertEquals(0, anew.voters());
        }
    }

    @Test
    void filesAreOfferedAgainAsLongAsAllOfThemAreHere() throws Exception {
        try (var ada = start("Ada");
                var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            ada.node.rooms().join("lobby", "stone cloud lamp tiger");
            Path file = Files.writeString(folder.resolve("plan.txt"), "the plan");
            String offer = ada.node.chats().send("#class", FilesToSend.of(List.of(file))).offer();
            assertEquals(List.of(file), ada.node.fileTransfers().held(offer));
            EntryId id = ada.node.acts().find(offer);
            assertEquals("#lobby", ada.node.acts().forward(id, "room:lobby", null).conversation(),
                    "as events name it, however it was typed");
            assertEquals(List.of("plan.txt"), ((TimelineItem.Offer) items(ada).getFirst()).names());
            Files.delete(file);
            assertEquals(List.of(), ada.node.fileTransfers().held(offer));
            assertEquals(Code.NO_FILE,
                    assertThrows(CommandException.class, () -> ada.node.acts().forward(id, TO, "From Max:")).code());
            assertEquals(1, items(ada).size(), "not even the line before it");
        }
    }
}
