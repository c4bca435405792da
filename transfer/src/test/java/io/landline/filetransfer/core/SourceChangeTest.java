package io.landline.filetransfer.core;

import io.landline.filetransfer.FailureReason;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A file that is not any more what was offered never arrives.
class SourceChangeTest extends TransferFixture {
    @Test
    void h66_aSourceThatChangedOrWentSinceTheOfferIsNotSent() throws Exception {
        Path changed = file("changed", MIB);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(changed));
        Files.write(changed, new byte[]{1}, StandardOpenOption.APPEND);
        anna.connect(ben);
        anna.tell(ben, offer);
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h66_aSourceThatIsGoneIsSaidToBeGone() throws Exception {
        Path gone = file("gone", MIB);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(gone));
        Files.delete(gone);
        anna.connect(ben);
        anna.tell(ben, offer);
        assertBothFail(FailureReason.SOURCE_GONE);
    }

    @Test
    void h66_aSourceThatShrinksWhileItIsSentNeverArrives() throws Exception {
        Path source = file("photo", 60 * MIB);
        anna.connect(ben, atChunk(2, () -> cut(source, 30 * MIB)));
        anna.send(ben, source);
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h66_aSourceThatGrowsWhileItIsSentNeverArrives() throws Exception {
        Path source = file("photo", 60 * MIB);
        anna.connect(ben, atChunk(2, () -> cut(source, 61 * MIB)));
        anna.send(ben, source);
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }
}
