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
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;

/// A room in which files are added to offers, by both sides, for [ChatsPicture].
final class OfferConversation {
    static final String KEY = "#files";

    private OfferConversation() {}

    static void fill(Fixture f, Fingerprint author, Instant now) {
        f.chats.add(PlainRecords.conversation(KEY, Kind.ROOM, "files", null, true, 0, null));
        offer(f, author, now, 1, "slides.pdf", TransferState.RUNNING);
        offer(f, author, now, 2, "exercises.pdf", TransferState.OFFERED);
        f.chats.text(KEY, 3, author, "Max", now.minusSeconds(420), "Who has the data?", Delivery.NOWHERE);
        offer(f, Fixture.SELF, now, 4, "measurements.csv", TransferState.RUNNING);
        offer(f, Fixture.SELF, now, 5, "plot.svg", TransferState.OFFERED);
        offer(f, Fixture.SELF, now, 6, "notes.txt", TransferState.DONE);
    }

    private static void offer(Fixture f, Fingerprint author, Instant now, int number, String name,
            TransferState state) {
        boolean own = author.equals(Fixture.SELF);
        String offer = "0" + number;
        Instant then = now.minusSeconds(600 - 60L * number);
        List<String> names = List.of(name);
        long bytes = 4_000_000L * number;
        f.chats.put(KEY,
                new Offer(new Head(new TimelinePosition(number, author, number, 1), new EntryId(0, number), author,
                        own ? "" : "Max", own, then, Delivery.NOWHERE), offer, names, 1, bytes));
        f.transfers.all.add(PlainRecords.transfer(new Ids(offer, "t" + number, KEY), own ? Direction.OUT : Direction.IN,
                new Other(author, "Max"), new Content(names, 1, bytes), new Progress(state, bytes / 3, null, false),
                then, List.of()));
    }
}
