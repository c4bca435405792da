package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.picture.SamplePictures;
import io.landline.picture.ThumbnailMaker;
import io.landline.room.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// A room in which files are pictures, with real ones in a temporary folder, for [ChatsPicture].
final class PictureConversation {
    static final String KEY = "#pictures";

    private PictureConversation() {}

    static void fill(Fixture f, Fingerprint author, Instant now) {
        try {
            Path folder = Files.createTempDirectory("pictures-");
            f.thumbnails = ThumbnailMaker.in(folder.resolve("thumbnails"));
            f.chats.add(PlainRecords.conversation(KEY, Kind.ROOM, "pictures", null, true, 0, null));
            byte[] photo = SamplePictures.file("jpg", 4_000, 3_000);
            offer(f, author, now, 1, picture(folder, "harbour.jpg", photo), TransferState.DONE);
            offer(f, Fixture.SELF, now, 2, picture(folder, "tower.png", SamplePictures.file("png", 600, 1_800)),
                    TransferState.DONE);
            offer(f, author, now, 3, picture(folder, "icon.gif", SamplePictures.file("gif", 32, 32)),
                    TransferState.DONE);
            offer(f, author, now, 4, picture(folder, "cut.jpg", Arrays.copyOf(photo, 300)), TransferState.OFFERED);
            byte[] broken = Arrays.copyOf(SamplePictures.file("png", 900, 300), 60);
            offer(f, author, now, 5, picture(folder, "broken.png", broken), TransferState.DONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path picture(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static void offer(Fixture f, Fingerprint author, Instant now, int number, Path file, TransferState state)
            throws IOException {
        boolean own = author.equals(Fixture.SELF);
        String offer = "0" + number;
        Instant then = now.minusSeconds(600 - 60L * number);
        String name = own ? "" : "Max";
        List<String> names = List.of(file.getFileName().toString());
        long bytes = Files.size(file);
        f.chats.put(KEY,
                new Offer(new Head(new TimelinePosition(number, author, number, 1), new EntryId(0, number), author,
                        name, own, then,
                        Delivery.NOWHERE), offer, names, 1, bytes));
        f.transfers.all.add(PlainRecords.transfer(new Ids(offer, "t" + number, KEY), own ? Direction.OUT : Direction.IN,
                new Other(author, "Max"), new Content(names, 1, bytes), new Progress(state, bytes, null, false), then,
                List.of(file)));
    }
}
