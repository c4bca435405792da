package io.landline.ui.places.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
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
        return TestedScreen.onFx(() -> {
            PageContext context = new FakeWindow().context(new FakeNode());
            var part = new FilesPart(context, context.texts(RoomSheet.class));
            part.show(new RecentFiles(List.of(PlainRecords.transfer(new Ids("o", "t", "#class"), Direction.OUT,
                    new Other(FakeChats.peer(2), "Ada"), content,
                    new Progress(TransferState.OFFERED, 0, null, false), Instant.EPOCH, List.of())), false));
            return new TestedScreen(part, 600, 300).texts()
                    .stream()
                    .filter(each -> each.startsWith("You: "))
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
}
