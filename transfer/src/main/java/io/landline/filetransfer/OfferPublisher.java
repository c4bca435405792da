package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/// Where offers are written so that others read of them: the conversations.
public interface OfferPublisher {
    /// Signs an entry of the kind OFFER with this body and commits it. Its id is the first 16 bytes of SHA-256(header).
    /// May wait for the disk, never for a peer; not to be called on the files' queue.
    ///
    /// @param committed called before anybody else hears of the offer; it must not wait
    void publish(ConversationId conversation, byte[] body, Consumer<EntryId> committed) throws IOException;

    /// Tells the conversation that our offer no longer stands. May wait for the disk; not to be called on the files'
    /// queue.
    void withdraw(ConversationId conversation, EntryId offer) throws IOException;

    /// Has the conversation told what the files of our offer are: the SHA-256 over all their chunk hashes, in the
    /// manifest's order. Returns at once.
    ///
    /// @param committed called when it is stored, and never where that failed; it must not wait
    void identity(ConversationId conversation, EntryId offer, byte[] sha256, Runnable committed);

    /// Whether what is said in this conversation reaches the peer of this session: it has joined the conversation's
    /// present room, or is the other side of the direct one.
    boolean reaches(ConversationId conversation, Session session);

    /// The other side of a direct conversation; empty for a room.
    Optional<Fingerprint> directPeer(ConversationId conversation);
}
