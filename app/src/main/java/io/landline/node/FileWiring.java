package io.landline.node;

import com.google.gson.JsonObject;
import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStoreException;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.Transfers;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.NodeEvent.Offered;
import io.landline.node.NodeEvent.Progress;
import io.landline.node.NodeEvent.TransferFailed;
import io.landline.node.NodeEvent.TransferId;
import io.landline.node.NodeEvent.TransferPaused;
import io.landline.node.NodeEvent.TransferResumed;
import io.landline.node.NodeEvent.Transferred;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Carries offers between files and conversations: our own become entries, others' entries become offers. Turns what
/// happens to transfers into events. Called on the threads of both.
final class FileWiring implements OfferPublisher, TransferListener {
    private static final System.Logger LOG = System.getLogger(FileWiring.class.getName());

    private final EventBus events;
    private final OwnRooms rooms;
    private final ChatWiring chat;
    private final TransferStore store;
    private volatile @Nullable Conversations conversations;
    private volatile @Nullable Transfers transfers;

    FileWiring(EventBus events, OwnRooms rooms, ChatWiring chat, TransferStore store) {
        this.store = store;
        this.events = events;
        this.rooms = rooms;
        this.chat = chat;
    }

    /// Called once, before sessions are started.
    void connect(Conversations opened, Transfers moved) {
        conversations = opened;
        transfers = moved;
    }

    // ---- ours become entries

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
        Conversations opened = conversations;
        if (opened == null) return;
        opened.appendLater(conversation, EntryKind.FILE_IDENTITY, body(offer, sha256), _ -> committed.run());
    }

    private void append(ConversationId conversation, EntryKind kind, byte[] body, Consumer<Entry> committed)
            throws IOException {
        Conversations opened = conversations;
        if (opened == null) throw new IOException("The conversations are not open.");
        try {
            opened.append(conversation, kind, body, committed);
        } catch (EntryStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Whether the files take what arrives without a wait.
    boolean hasRoom() {
        Transfers moved = transfers;
        return moved == null || moved.hasRoom();
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
        Conversations opened = conversations;
        return opened == null ? Optional.empty() : Optional.ofNullable(opened.directPeer(conversation));
    }

    // ---- others' entries become offers

    /// An entry of another author that is no text. Any number of times for one entry.
    void arrived(Entry entry) {
        Transfers moved = transfers;
        byte[] body = entry.body();
        if (moved == null || body == null) return;
        try {
            if (entry.kind().equals(EntryKind.OFFER)) {
                ConversationId conversation = entry.header().conversation();
                moved.offerArrived(entry.id(), conversation, entry.author(), body, entry.written(),
                        isKeyed(conversation, entry.author()));
            } else if (entry.kind().equals(EntryKind.WITHDRAWN)) {
                moved.offerWithdrawn(offer(StrictJson.object(body)), entry.author());
            } else if (entry.kind().equals(EntryKind.FILE_IDENTITY)) {
                JsonFields fields = StrictJson.object(body);
                moved.identityArrived(offer(fields), entry.author(), fields.hex("sha256", Sha256.BYTES));
            }
        } catch (MalformedJsonException e) {
            LOG.log(System.Logger.Level.INFO, "{0} speaks of an offer and cannot be read: {1}", entry, e.getMessage());
        }
    }

    private static EntryId offer(JsonFields fields) throws MalformedJsonException {
        return EntryId.of(fields.hex("offer", EntryId.BYTES));
    }

    /// Whether rules may accept what stands there: in a room with a key, or between members of one.
    private boolean isKeyed(ConversationId conversation, Fingerprint author) {
        Room room = rooms.byId(conversation.asRoom());
        if (room != null) return !room.open();
        Conversations opened = conversations;
        if (opened == null) return false;
        return rooms.all().stream().anyMatch(each -> !each.open() && opened.isMember(each.id(), author));
    }

    // ---- transfers become events

    private static TransferId id(TransferView t) {
        return new TransferId(t.offer().hex(), t.transfer().hex(), t.peer(), t.direction());
    }

    @Override
    public void offered(TransferView transfer, List<String> names) {
        events.publish(offered(transfer, conversationOf(transfer), names));
    }

    /// The event that told, or would tell, of this transfer's offer.
    Offered offered(TransferView transfer) {
        StoredOffer offer = store.offer(transfer.offer());
        return offered(transfer, conversationOf(transfer), offer == null ? List.of() : offer.body().names());
    }

    private String conversationOf(TransferView transfer) {
        return chat.label(ConversationId.of(transfer.conversation().bytes()));
    }

    private static Offered offered(TransferView transfer, String conversation, List<String> names) {
        return new Offered(id(transfer), conversation, names, transfer.amount().files(), transfer.amount().total());
    }

    @Override
    public void progress(TransferView transfer, long rate) {
        events.publish(new Progress(id(transfer), transfer.amount().bytes(), transfer.amount().total(), rate));
    }

    @Override
    public void transferred(TransferView transfer, Duration took, List<Path> paths, byte @Nullable [] sha256) {
        String hash = sha256 == null ? null : HexFormat.of().formatHex(sha256);
        double seconds = took.toMillis() / 1_000.0;
        events.publish(new Transferred(id(transfer), transfer.amount().files(), transfer.amount().total(), seconds,
                paths, hash));
    }

    @Override
    public void failed(TransferView transfer, FailureReason reason, boolean resumable) {
        events.publish(new TransferFailed(id(transfer), reason.text(), resumable));
    }

    @Override
    public void paused(TransferView transfer, Side by) {
        events.publish(new TransferPaused(id(transfer), by == Side.THERE));
    }

    @Override
    public void resumed(TransferView transfer, Side by) {
        events.publish(new TransferResumed(id(transfer), by == Side.THERE));
    }
}
