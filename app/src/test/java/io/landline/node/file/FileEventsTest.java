package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.identity.Identity;
import io.landline.node.event.EventBus;
import io.landline.node.event.MetNames;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a person hears of transfers while the history cannot be used.
class FileEventsTest extends DatabaseTest {
    private static final Fingerprint SELF = Identity.generate().fingerprint();
    private static final Fingerprint PEER = Identity.generate().fingerprint();
    private static final EntryId OFFER = new EntryId(1, 1);

    @Test
    void whereTheHistoryCanNeitherBeWrittenNorReadBothAreTold() {
        var trust = new SqliteTrust(database, null);
        var events = new EventBus(InstantSource.system());
        List<NodeEvent> told = new ArrayList<>();
        events.watch((event, _) -> told.add(event));
        events.begin(new Failure(FailureCode.HISTORY_DAMAGED, "what a node tells first"));
        var unreadable = new FakeStore() {
            @Override
            public StoredTransfer transfer(TransferId id) {
                throw new TransferStoreException(FailureReason.LOST, "cannot be read", new IOException("by the test"));
            }
        };
        var files = new FileEvents(events, MetNames.of(trust),
                new ConversationLabels(new OwnRooms(trust, InstantSource.system()), id -> id, _ -> PEER), unreadable,
                new DiskSpace(DiskSpace.REAL), () -> {});
        files.storeFailed("The history cannot be used now.");
        files.failed(new TransferView(Direction.IN, OFFER, TransferId.of(OFFER, SELF),
                ConversationId.direct(SELF, PEER), PEER,
                new TransferView.Status(TransferState.PAUSED, FailureReason.LOST, false),
                new TransferView.Amount(1, 3, 5, List.of())), FailureReason.LOST, true);
        assertEquals(new Failure(FailureCode.STORAGE, "The history cannot be used now."), told.get(1));
        assertEquals(FailureReason.LOST, assertInstanceOf(TransferFailed.class, told.getLast()).reason());
    }
}
