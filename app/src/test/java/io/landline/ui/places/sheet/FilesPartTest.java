package io.landline.ui.places.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Direction;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How a sheet names the files that were offered.
class FilesPartTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static String row(Content content) {
        return row(PlainRecords.transfer(new Ids("o", "t", "#class"), Direction.OUT,
                new Other(FakeChats.peer(2), "Ada"), content, new Progress(TransferState.OFFERED, 0, null, false),
                Instant.EPOCH, List.of()), "You: ");
    }

    private static String taken(Content content, Part taken) {
        return row(new Transfer(new Ids("o", "t", "#class"), Direction.IN, new Other(FakeChats.peer(2), "Ada"),
                content, taken, new Progress(TransferState.DONE, taken.bytes(), null, false), Instant.EPOCH,
                List.of()), "Ada: ");
    }

    private static String row(Transfer offer, String begins) {
        return TestedScreen.onFx(() -> {
            PageContext context = new FakeWindow().context(new FakeNode());
            var part = new FilesPart(context, context.texts(RoomSheet.class));
            part.show(new RecentFiles(List.of(offer), false));
            return new TestedScreen(part, 600, 300).texts()
                    .stream()
                    .filter(each -> each.replace("\u200E", "").startsWith(begins))
                    .findFirst()
                    .orElseThrow()
                    .replace("\u200E", "");
        });
    }

    @Test
    void oneFileHasItsNameAndSize() {
        assertEquals("You: a.txt · 5\u00A0B", row(new Content(List.of("a.txt"), 1, 5)));
    }

    @Test
    void severalFilesHaveTheFirstName() {
        assertEquals("You: a.txt and one more · 5\u00A0B", row(new Content(List.of("a.txt", "b.txt"), 2, 5)));
    }

    /// Its files are in it, and not beside it.
    @Test
    void oneFolderHasItsNameAndHowManyFilesAreInIt() {
        assertEquals("You: Photos · 6 files · 5\u00A0B", row(new Content(List.of("Photos"), 6, 5, 1)));
        assertEquals("You: Photos · 1 file · 5\u00A0B", row(new Content(List.of("Photos"), 1, 5, 2)));
    }

    @Test
    void aFolderWithOtherItemsHasTheFirstNamesAndHowManyFilesTheyAre() {
        assertEquals("You: Photos, a.txt · 7 files · 5\u00A0B", row(new Content(List.of("Photos", "a.txt"), 7, 5, 1)));
        assertEquals("You: Photos, a.txt … · 8 files · 5\u00A0B",
                row(new Content(List.of("Photos", "a.txt", "b.txt"), 8, 5, 1)));
    }

    /// As the card in the conversation says it.
    @Test
    void whereSomeOfItWasTakenItSaysHowMuch() {
        assertEquals("Ada: a.txt and 5 more · 1 of 6 files · 2\u00A0B of 12\u00A0B",
                taken(new Content(List.of("a.txt", "b.txt", "c", "d", "e", "f"), 6, 12), new Part(1, 2)));
        assertEquals("Ada: Photos · 1 of 6 files · 2\u00A0B of 12\u00A0B",
                taken(new Content(List.of("Photos"), 6, 12, 1), new Part(1, 2)));
    }
}
