package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.PictureSize;
import io.landline.picture.SamplePictures;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.transfers.PictureReel.Found;
import io.landline.ui.transfers.PictureReel.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which pictures stand beside another one in a conversation.
class PictureReelTest {
    private static final String ROOM = "#class";

    @TempDir
    Path downloads;

    private final FakeChats chats = new FakeChats(TransfersFixture.SELF);
    private final FakeFileTransfers transfers = new FakeFileTransfers();
    private final FakeThumbnails thumbnails = new FakeThumbnails();

    private PictureReel reel() {
        return PictureReel.of(new PictureReel.Sources(chats.history(), transfers, thumbnails, ROOM));
    }

    /// An offer of one file, as the conversation tells it.
    private void offered(int number, String name) {
        var author = TransfersFixture.fingerprint("bb");
        var head = new TimelineItem.Head(new TimelinePosition(number, author, number, 1), new EntryId(0, number),
                author,
                "Max", false, TransfersFixture.NOW.plusSeconds(number), Delivery.NOWHERE);
        chats.put(ROOM, new TimelineItem.Offer(head, "o" + number, List.of(name), 1, 5_000));
    }

    private void picture(int number) throws IOException {
        String name = number + ".jpg";
        offered(number, name);
        Path file = Files.write(downloads.resolve(name), SamplePictures.file("jpg", 40, 30));
        thumbnails.has(file, new PictureSize(40, 30));
        transfers.held.put("o" + number, List.of(file));
    }

    private static @Nullable String name(Found found) {
        Picture picture = found.picture();
        return picture == null ? null : picture.offer();
    }

    @Test
    void thePicturesBeforeAndAfterAreFoundPastEverythingElse() throws Exception {
        picture(1);
        offered(2, "notes.pdf");
        offered(3, "not taken.jpg");
        picture(4);
        offered(5, "notes.txt");
        picture(6);
        assertEquals("o1", name(reel().beside("o4", true)));
        assertEquals("o6", name(reel().beside("o4", false)));
        assertNull(name(reel().beside("o1", true)));
        assertNull(name(reel().beside("o6", false)));
        assertNull(name(reel().beside("another", true)));
    }

    @Test
    void whatOnlyBearsTheNameOfAPictureIsPassedOver() throws Exception {
        picture(1);
        offered(2, "2.jpg");
        Path file = Files.writeString(downloads.resolve("2.jpg"), "#!/bin/sh");
        thumbnails.has(file, new PictureSize(40, 30));
        transfers.held.put("o2", List.of(file));
        offered(3, "3.jpg");
        transfers.held.put("o3", List.of(downloads.resolve("gone.jpg")));
        picture(4);
        assertEquals("o1", name(reel().beside("o4", true)));
    }

    @Test
    void olderOnesAreReadPageByPageAndNotTwice() throws Exception {
        picture(1);
        for (int i = 2; i < 3 * PictureReel.PAGE; i++) offered(i, i + ".pdf");
        picture(3 * PictureReel.PAGE);
        Found found = reel().beside("o" + 3 * PictureReel.PAGE, true);
        assertEquals("o1", name(found));
        assertEquals(3 * PictureReel.PAGE, found.reel().offers().size());
        assertTrue(!found.reel().hasMore());
        assertEquals("o" + 3 * PictureReel.PAGE, name(found.reel().beside("o1", false)));
    }
}
