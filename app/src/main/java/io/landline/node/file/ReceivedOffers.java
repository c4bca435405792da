package io.landline.node.file;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.Conversations;
import io.landline.filetransfer.core.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Hands what others write about their offers to the files; [OfferEntries] writes ours. Mostly on the conversations'
/// queue; any thread may call.
public final class ReceivedOffers implements ConversationListener {
    private static final System.Logger LOG = System.getLogger(ReceivedOffers.class.getName());
    /// Offers that a kill may have kept from the files, and from hand-in boxes: far more than stand at once.
    public static final int TOLD_AGAIN_MAX = 1_000;

    private final Fingerprint self;
    private final OwnRooms rooms;
    private final BlockedPeers blocked;
    private final Conversations conversations;
    private final JoinedTimeline joined;
    private final Transfers transfers;
    private final Predicate<Entry> isAgain;
    private final BiPredicate<Fingerprint, byte[]> isAskedFor;
    private final Function<Entry, @Nullable Instant> notBefore;
    private final InstantSource clock;

    /// @param blocked the blocked people; their offers are ignored
    /// @param joined hides what those write who stayed behind in an old room
    /// @param isAgain whether an entry is what its author wrote again, and what it was first is here
    /// @param isAskedFor whether an offer's author was asked for it, at a shelf
    /// @param notBefore a time before which an entry was not written, whatever its date says; null for none
    public ReceivedOffers(Fingerprint self, OwnRooms rooms, BlockedPeers blocked, Conversations conversations,
            JoinedTimeline joined, Transfers transfers, Predicate<Entry> isAgain,
            BiPredicate<Fingerprint, byte[]> isAskedFor, Function<Entry, @Nullable Instant> notBefore,
            InstantSource clock) {
        this.joined = joined;
        this.isAgain = isAgain;
        this.isAskedFor = isAskedFor;
        this.notBefore = notBefore;
        this.clock = clock;
        this.self = self;
        this.rooms = rooms;
        this.blocked = blocked;
        this.conversations = conversations;
        this.transfers = transfers;
    }

    @Override
    public void stored(Entry entry, EntrySource source) {
        if (source == EntrySource.OWN || entry.kind().equals(EntryKind.TEXT)) return;
        arrived(entry, source == EntrySource.JUST_WRITTEN ? notBeforeNow(entry.written()) : written(entry));
    }

    @Override
    public void olderStored(List<Entry> entries) {
        for (Entry entry : entries) {
            if (!entry.kind().equals(EntryKind.TEXT) && !entry.author().equals(self)) arrived(entry, written(entry));
        }
    }

    /// What was just written stands from now on, also where its author's clock is behind. A clock that is ahead may be
    /// right, and ours behind.
    private Instant notBeforeNow(Instant written) {
        Instant now = clock.instant();
        return written.isBefore(now) ? now : written;
    }

    /// What was asked for may be of any age. But it is not older than what came before it, as it was written, from an
    /// author whose clock is behind.
    private Instant written(Entry entry) {
        Instant written = entry.written();
        if (!entry.kind().equals(EntryKind.OFFER)) return written;
        Instant known = notBefore.apply(entry);
        return known == null || known.isBefore(written) || known.isAfter(clock.instant()) ? written : known;
    }

    /// Whether the files take what arrives without a wait.
    @Override
    public boolean hasSpace() {
        return transfers.hasSpace();
    }

    /// Hands over again all offers that the history has, and what was taken back: a kill or a loss of power may have
    /// kept them from the files, and so may a block. What was taken back first, so that nothing of it is offered.
    public void tellAgain() {
        for (EntryKind kind : List.of(EntryKind.WITHDRAWN, EntryKind.OFFER)) {
            conversations.newestOf(kind, TOLD_AGAIN_MAX)
                    .stream()
                    .filter(entry -> !entry.author().equals(self))
                    .forEach(entry -> arrived(entry, written(entry)));
        }
    }

    /// An entry of another author that is no text. Any number of times for one entry. Offers by blocked authors are
    /// ignored until they are unblocked; their withdrawals still apply.
    ///
    /// @param from when an offer's days begin
    private void arrived(Entry entry, Instant from) {
        byte[] body = entry.body();
        if (body == null) return;
        boolean isUnwanted = blocked.contains(entry.author()) || joined.hides(entry) || isAgain.test(entry);
        if (entry.kind().equals(EntryKind.OFFER) && isUnwanted) return;
        try {
            if (entry.kind().equals(EntryKind.OFFER)) {
                ConversationId conversation = entry.header().conversation();
                boolean isExpected = isHandedIn(body) || isAskedFor.test(entry.author(), body);
                transfers.offerArrived(entry.id(), conversation, entry.author(), body, from,
                        !isExpected && isKeyed(conversation, entry.author()));
            } else if (entry.kind().equals(EntryKind.WITHDRAWN)) {
                transfers.offerWithdrawn(offer(StrictJson.object(body)), entry.author());
            } else if (entry.kind().equals(EntryKind.FILE_IDENTITY)) {
                JsonFields fields = StrictJson.object(body);
                transfers.identityArrived(offer(fields), entry.author(), fields.hex("sha256", Sha256.BYTES));
            }
        } catch (MalformedJsonException e) {
            LOG.log(System.Logger.Level.INFO, "{0} speaks of an offer and cannot be read: {1}", entry, e.getMessage());
        }
    }

    /// The rules for offers do not apply, since the box decides. No file of it keeps the mark of a program. The same
    /// holds for what was taken from a shelf.
    private boolean isHandedIn(byte[] offer) {
        Reference box = BoxField.of(offer);
        return box != null && box.author().equals(self);
    }

    private static EntryId offer(JsonFields fields) throws MalformedJsonException {
        return EntryId.of(fields.hex("offer", EntryId.BYTES));
    }

    /// Whether rules may accept what stands there: in a room with a key, or between members of one.
    private boolean isKeyed(ConversationId conversation, Fingerprint author) {
        Room room = rooms.byId(conversation.asRoom());
        if (room != null) return !room.open();
        return rooms.all().stream().anyMatch(each -> !each.open() && conversations.isMember(each.id(), author));
    }
}
