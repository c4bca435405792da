package io.landline.node;

import io.landline.chat.ConversationListener;
import io.landline.chat.Conversations;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.LogKey;
import io.landline.chat.Membership;
import io.landline.cost.CostRules;
import io.landline.handshake.BlockedPeers;
import io.landline.json.MalformedJsonException;
import io.landline.node.NodeEvent.Delivered;
import io.landline.node.NodeEvent.Failure;
import io.landline.node.NodeEvent.LimitReached;
import io.landline.node.NodeEvent.Message;
import io.landline.node.NodeEvent.PauseEnded;
import io.landline.node.NodeEvent.Read;
import io.landline.node.NodeEvent.Warning;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Turns what happens in conversations into events, and hands offers on to the files. On the conversations' thread.
final class ChatWiring implements ConversationListener, Membership {
    private static final System.Logger LOG = System.getLogger(ChatWiring.class.getName());

    private final EventBus events;
    private final OwnRooms rooms;
    private final Fingerprint self;
    private final Function<Fingerprint, String> nameOf;
    private final BlockedPeers blocked;
    private final Predicate<Fingerprint> wroteTo;
    /// Direct conversations of which [#wroteTo] was told. Confined to the conversations' thread.
    private final Set<ConversationId> writtenIn = new HashSet<>();
    private final List<Consumer<String>> watchers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Conversations conversations;
    private volatile @Nullable FileWiring files;

    /// @param blocked people that nothing is taken from
    /// @param wroteTo told of each person this user writes to directly; true if that raises the person's standing
    ChatWiring(EventBus events, OwnRooms rooms, Fingerprint self, Function<Fingerprint, String> nameOf,
            BlockedPeers blocked, Predicate<Fingerprint> wroteTo) {
        this.events = events;
        this.rooms = rooms;
        this.self = self;
        this.nameOf = nameOf;
        this.blocked = blocked;
        this.wroteTo = wroteTo;
    }

    /// Called once, before sessions are started: the two can be made only after this object.
    void connect(Conversations opened, FileWiring offers) {
        conversations = opened;
        files = offers;
    }

    /// Calls the listener with the conversation that holds something new.
    Subscription watch(Consumer<String> changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    void changed(ConversationId conversation) {
        if (watchers.isEmpty()) return;
        String label = label(conversation);
        for (Consumer<String> watcher : watchers) watcher.accept(label);
    }

    @Override
    public boolean isOpen(RoomId id) {
        Room room = rooms.byId(id);
        return room != null && room.open();
    }

    @Override
    public boolean takesDirectFromOpenRooms(Fingerprint peer) {
        return false; // never (docs/protocol/handshake.md, "Open rooms"); see directHeldBack
    }

    @Override
    public boolean isBlocked(Fingerprint person) {
        return blocked.contains(person);
    }

    @Override
    public void limitReached(Fingerprint person, ConversationId conversation, Limit limit) {
        String who = nameOf.apply(person) + " (" + person.brief() + ")";
        String what = switch (limit) {
            case DAY -> who
                    + " has reached the limit of what Landline keeps of such a person in a day. The rest is"
                    + " fetched tomorrow; verify the person or write to them directly, and more is fetched today.";
            case UNKNOWN_KINDS -> who
                    + " has sent a lot today that this version of Landline cannot show. No more of it is fetched"
                    + " today.";
            case LOGS -> who + " has begun more than " + CostRules.LOGS_AN_AUTHOR_MAX + " histories in "
                    + label(conversation) + ". No more of them are fetched.";
            case ROOM_LOGS -> label(conversation) + " is full: " + who
                    + " and other unknown people have begun too many histories. "
                    + "Members you meet still find a place.";
            case ADMISSIONS -> who + " vouches for more than " + CostRules.ADMISSIONS_A_SIGNER_MAX + " people in "
                    + label(conversation) + ". No more of them are believed.";
        };
        events.publish(new LimitReached(person, nameOf.apply(person), label(conversation), limit,
                what + " If you block the person, nothing more of theirs is fetched."));
    }

    @Override
    public void paused(Pause pause) {
        changed(pause.conversation());
    }

    @Override
    public void pauseEnded(Pause pause) {
        events.publish(new PauseEnded(pause.person(), label(pause.conversation())));
        changed(pause.conversation());
    }

    @Override
    public void directHeldBack(Fingerprint peer) {
        events.publish(new Warning(WarningCode.DIRECT_FROM_OPEN_ROOM, nameOf.apply(peer) + " (" + peer.brief()
                + ") shares only an open room with you and writes to you directly. Nothing of it is shown; join a room"
                + " with a key to talk."));
    }

    @Override
    public void stored(Entry entry, boolean own) {
        if (own) {
            ownStored(entry); // history, not news
        } else {
            othersStored(entry);
        }
        changed(entry.header().conversation());
    }

    @Override
    public boolean hasRoom() {
        FileWiring offers = files;
        return offers == null || offers.hasRoom();
    }

    private void ownStored(Entry entry) {
        ConversationId conversation = entry.header().conversation();
        Conversations opened = conversations;
        if (opened == null || rooms.byId(conversation.asRoom()) != null || !writtenIn.add(conversation)) return;
        Fingerprint peer = opened.directPeer(conversation);
        if (peer != null && wroteTo.test(peer)) opened.reconsider(peer);
    }

    private void othersStored(Entry entry) {
        FileWiring offers = files;
        if (entry.kind().equals(EntryKind.TEXT)) {
            Message message = message(entry, Instant.now());
            if (message != null) events.publish(message);
        } else if (offers != null) {
            arrived(offers, entry);
        }
    }

    /// Offers by blocked authors are ignored until they are unblocked; their withdrawals still apply.
    void arrived(FileWiring offers, Entry entry) {
        if (!entry.kind().equals(EntryKind.OFFER) || !blocked.contains(entry.author())) offers.arrived(entry);
    }

    /// Somebody was blocked or unblocked: what rooms show may change.
    void blockedChanged() {
        rooms.all().forEach(room -> changed(ConversationId.of(room.id())));
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        events.publish(new Delivered(label(conversation), peer, log.author(), log.logHex(), upTo));
        changed(conversation);
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        events.publish(new Read(label(conversation), peer, log.author(), log.logHex(), upTo));
        changed(conversation);
    }

    @Override
    public void forked(LogKey log) {
        events.publish(new Warning(WarningCode.FORKED, nameOf.apply(log.author()) + " (" + log.author().brief()
                + ") has signed two different messages with one number: the profile was copied, or the person cheats."
                + " Their messages are kept up to there; nothing more of that log is taken."));
    }

    @Override
    public void storeFailed(String message) {
        events.publish(new Failure(FailureCode.STORAGE, message));
    }

    /// As `conversation` fields have it: `#room`, or the other's fingerprint.
    String label(ConversationId conversation) {
        Room room = rooms.byId(conversation.asRoom());
        if (room != null) return rooms.conversation(room);
        Conversations opened = conversations;
        Fingerprint peer = opened == null ? null : opened.directPeer(conversation);
        // a room that was left: its id, which only this user's programs see
        return peer == null ? conversation.hex() : peer.hex();
    }

    /// The event of a text entry; null where its author wrote something that is no text.
    @Nullable
    Message message(Entry entry, Instant received) {
        byte[] body = entry.body();
        if (body == null) return null;
        try {
            String text = EntryText.ofBody(body).value();
            String name = entry.author().equals(self) ? "" : nameOf.apply(entry.author());
            return new Message(received, label(entry.header().conversation()), entry.author(), name,
                    entry.log().logHex(), entry.header().number(), text, entry.written());
        } catch (MalformedJsonException e) {
            LOG.log(System.Logger.Level.INFO, "{0} is marked as a text but is not one: {1}", entry, e.getMessage());
            return null;
        }
    }

    @Override
    public void olderStored(List<Entry> entries) {
        FileWiring offers = files;
        for (Entry entry : entries) {
            if (offers != null && !entry.kind().equals(EntryKind.TEXT) && !entry.author().equals(self)) {
                arrived(offers, entry);
            }
        }
        if (!entries.isEmpty()) changed(entries.getFirst().header().conversation());
    }
}
