package io.landline.node.file;

import com.google.gson.JsonObject;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.chat.RetiredRoomException;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.OfferPublisher;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes what we say about our offers as entries of their conversations; [ReceivedOffers] reads what others say. On
/// the callers' threads, and on the files' queue.
public final class OfferEntries implements OfferPublisher {
    private final Conversations conversations;

    public OfferEntries(Conversations conversations) { this.conversations = conversations; }

    @Override
    public void publish(ConversationId conversation, byte[] body, Consumer<EntryId> committed) throws IOException {
        append(conversation, EntryKind.OFFER, body, entry -> committed.accept(entry.id()));
    }

    @Override
    public void withdraw(ConversationId conversation, EntryId offer) throws IOException {
        append(conversation, EntryKind.WITHDRAWN, body(offer, null), _ -> {});
    }

    @Override
    public void identity(ConversationId conversation, EntryId offer, byte[] sha256, Runnable committed) {
        conversations.appendLater(conversation, EntryKind.FILE_IDENTITY, body(offer, sha256), _ -> committed.run());
    }

    private void append(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed)
            throws IOException {
        try {
            conversations.append(conversation, kind, body, committed);
        } catch (EntryStoreException | RetiredRoomException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static byte[] body(EntryId offer, byte @Nullable [] sha256) {
        var json = new JsonObject();
        json.addProperty("offer", offer.hex());
        if (sha256 != null) json.addProperty("sha256", HexFormat.of().formatHex(sha256));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean reaches(ConversationId conversation, Session session) {
        Optional<Fingerprint> direct = directPeer(conversation);
        if (direct.isPresent()) return direct.get().equals(session.peer()) && !session.joined().isEmpty();
        return session.joined().contains(conversation.asRoom());
    }

    @Override
    public Optional<Fingerprint> directPeer(ConversationId conversation) {
        return Optional.ofNullable(conversations.directPeer(conversation));
    }
}
