package io.landline.filetransfer.source;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// One file of three bytes that is offered.
final class OfferedFile {
    static final EntryId OFFER = new EntryId(1, 2);

    private OfferedFile() {}

    /// Makes the file, and the upload of it to the peer of this session.
    static Upload upload(FakeStore store, Path folder, Session session) throws Exception {
        Path file = Files.writeString(folder.resolve("first"), "one");
        NewOffer newOffer = NewOffer.of(FilesToSend.of(List.of(file)), PrivateFiles.NONE, store);
        Identity self = Identity.generate();
        var offer = new StoredOffer(OFFER, new ConversationId(1, 1), self.fingerprint(), Instant.EPOCH, true, false,
                newOffer.body());
        store.saveOffer(offer);
        store.adopt(newOffer.draft(), OFFER);
        return new Upload(TransferId.of(OFFER, session.peer()), session, new OwnPages(self, offer, store),
                new SentChunks(0));
    }
}
