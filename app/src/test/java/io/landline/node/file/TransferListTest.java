package io.landline.node.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.identity.Identity;
import io.landline.node.event.MetNames;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import io.landline.storage.trust.SqliteTrust;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A transfer that runs in the database.
class TransferListTest extends DatabaseTest {
    private static final Fingerprint SELF = Identity.generate().fingerprint();
    private static final Fingerprint PEER = Identity.generate().fingerprint();
    private static final EntryId OFFER = new EntryId(1, 1);
    private static final ConversationId CONVERSATION = ConversationId.direct(SELF, PEER);
    private static final Past RUNNING = incoming(new TransferPhase.Running(), "/tmp");

    private TransferList list;

    @BeforeEach
    void make() {
        var trust = new SqliteTrust(database, null);
        list = new TransferList(
                new ConversationLabels(new OwnRooms(trust, InstantSource.system()), id -> id, _ -> PEER),
                MetNames.of(trust), new DiskSpace(_ -> () -> DiskSpace.RESERVE_BYTES + 1));
    }

    @Test
    void oneThatBeganAfterTheOpenOnesWereLookedAtRuns() {
        assertEquals(TransferState.RUNNING, list.of(List.of(RUNNING), Map.of()).getFirst().state());
    }

    @Test
    void oneThatNoNodeMovesWaits() {
        assertEquals(TransferState.WAITING, list.atRest(List.of(RUNNING), _ -> 3).getFirst().state());
    }

    @Test
    void whereItsFolderIsGoneThatIsNamed(@TempDir Path there) {
        var stopped = new TransferPhase.Stopped(true, FailureReason.NO_PERMISSION);
        String gone = there.resolve("gone").toString();
        assertEquals(gone, missingFolder(incoming(stopped, gone)));
        assertNull(missingFolder(incoming(stopped, there.toString())));
        assertNull(missingFolder(incoming(new TransferPhase.Stopped(true, FailureReason.DISK_FULL), gone)));
        assertNull(missingFolder(incoming(new TransferPhase.Paused(true), gone)));
        assertNull(missingFolder(incoming(new TransferPhase.Failed(FailureReason.NO_PERMISSION), gone)), "it is over");
    }

    /// Of 5 bytes 3 are here; one more than the reserve is free.
    @Test
    void onAFullDiskItIsSaidHowMuchIsMissing() {
        assertEquals(1, missingBytes(new TransferPhase.Stopped(true, FailureReason.DISK_FULL)));
        assertEquals(0, missingBytes(new TransferPhase.Stopped(true, FailureReason.NO_PERMISSION)));
        assertEquals(0, missingBytes(new TransferPhase.Failed(FailureReason.DISK_FULL)), "it is over");
    }

    private long missingBytes(TransferPhase phase) {
        return list.of(List.of(incoming(phase, "/tmp")), Map.of()).getFirst().progress().missingBytes();
    }

    /// The database tells how much of one that failed stands here.
    @Test
    void ofOneThatFailedAsMuchIsHereAsStands() {
        assertEquals(3, bytes(new TransferPhase.Failed(FailureReason.CANCELLED_BY_RECEIVER)));
        assertEquals(3, bytes(new TransferPhase.Paused(true)));
    }

    private long bytes(TransferPhase phase) {
        return list.of(List.of(incoming(phase, "/tmp")), Map.of()).getFirst().progress().bytes();
    }

    @Test
    void whatIsMissingIsRoundedUpAsPeopleReadIt() {
        assertEquals(999, DiskSpace.roundedUp(999));
        assertEquals(1_100, DiskSpace.roundedUp(1_001));
        assertEquals(1_000_000, DiskSpace.roundedUp(999_950));
        assertEquals(79_300_000, DiskSpace.roundedUp(79_200_001));
    }

    private @Nullable String missingFolder(Past transfer) {
        return list.of(List.of(transfer), Map.of()).getFirst().progress().missingFolder();
    }

    /// Of an offer that was taken back, nothing more can be had.
    @Test
    void ofAPartTheRestIsToBeHadUntilTheOfferIsTakenBack() {
        Past done = incoming(new TransferPhase.Done(), "/tmp");
        for (boolean withdrawn : new boolean[]{false, true}) {
            StoredOffer offer = new StoredOffer(OFFER, CONVERSATION, PEER, Instant.EPOCH, true, withdrawn,
                    new OfferBody(2, 9, List.of("essay", "notes"), 1_048_576, 0, null));
            var part = new Past(done.transfer(), offer, new TransferHistory.Part(1, 3, false), List.of(),
                    FailedFiles.NONE);
            assertEquals(withdrawn, list.of(List.of(part), Map.of()).getFirst().taken().isLast());
            var whole = new Past(done.transfer(), offer, new TransferHistory.Part(2, 9, false), List.of(),
                    FailedFiles.NONE);
            assertEquals(offer.body().bytes(), list.of(List.of(whole), Map.of()).getFirst().progress().bytes());
            assertFalse(list.of(List.of(whole), Map.of()).getFirst().taken().isLast(), "all of it is here");
        }
    }

    /// Only its sender can offer it again: to take the rest once more could only fail.
    @Test
    void ofARestThatFailedTheReasonIsToldAndOfACancelledOneThatNothingMoreIsToBeHad() {
        Past done = incoming(new TransferPhase.Done(), "/tmp");
        StoredOffer offer = new StoredOffer(OFFER, CONVERSATION, PEER, Instant.EPOCH, true, false,
                new OfferBody(2, 9, List.of("essay", "notes"), 1_048_576, 0, null));
        for (FailureReason reason : FailureReason.values()) {
            var past = new Past(done.transfer(), offer, new TransferHistory.Part(1, 3, false), List.of(),
                    FailedFiles.NONE, reason);
            var listed = list.of(List.of(past), Map.of()).getFirst();
            assertEquals(TransferState.DONE, listed.state());
            assertEquals(reason.isByAPerson() ? null : reason, listed.progress().reason());
            assertEquals(reason == FailureReason.CANCELLED, listed.taken().isLast());
        }
    }

    private static Past incoming(TransferPhase phase, String folder) {
        return new Past(
                new StoredTransfer(TransferId.of(OFFER, SELF), OFFER, Direction.IN, PEER, phase,
                        new Acceptance(folder, Instant.EPOCH, true), 3),
                new StoredOffer(OFFER, CONVERSATION, PEER, Instant.EPOCH, true, false,
                        new OfferBody(1, 5, List.of("essay"), 1_048_576, 0, null)),
                null, List.of(), FailedFiles.NONE);
    }

    /// A node that was killed noted nothing with the transfer: its files tell.
    @Test
    void ofOneThatNoNodeMovesAsMuchIsHereAsItsFilesTell() {
        assertEquals(4, list.atRest(List.of(RUNNING), _ -> 4).getFirst().progress().bytes());
    }
}
