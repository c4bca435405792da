package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import java.io.IOException;
import java.util.Optional;

/// Where offers are written so that others read of them: the conversations. Called from threads of [Transfers]; an implementation may
/// wait for the disk, never for a peer.
public interface OfferLog {
    /// Signs an entry of the kind OFFER with this body and commits it. Its id is the first 16 bytes of SHA-256(header).
    OfferId publish(OfferConversation conversation, byte[] body) throws IOException;

    /// Tells the conversation that our offer no longer stands.
    void withdraw(OfferConversation conversation, OfferId offer) throws IOException;

    /// Tells the conversation what the files of our offer are: the SHA-256 over all their chunk hashes, in the manifest's order.
    void identity(OfferConversation conversation, OfferId offer, byte[] sha256) throws IOException;

    /// Whether what is said in this conversation is said to the peer of this session: it has joined the room that the conversation
    /// presently is, or is the other side of the direct one.
    boolean reaches(OfferConversation conversation, Session session);

    /// The other side of a direct conversation; empty for a room, whose members are many.
    Optional<Fingerprint> directPeer(OfferConversation conversation);
}
