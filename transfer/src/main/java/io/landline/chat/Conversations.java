package io.landline.chat;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All conversations of a node: what is written here goes to every member, what others wrote comes here, once and in the same order
/// everywhere.
public final class Conversations implements SessionListener, AutoCloseable {
    private Conversations() {}

    /// Starts the conversations' thread.
    public static Conversations open(Identity self, ChatStores stores, Membership membership, ConversationListener listener,
            InstantSource clock) {
        throw new UnsupportedOperationException();
    }

    /// The direct conversation with a peer, remembered from now on.
    public ConversationId direct(Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// With whom a direct conversation is; null for a room's, and for one never heard of.
    public @Nullable Fingerprint directPeer(ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /// Writes a text: committed to disk when this returns, on its way to every connected member, and kept for the absent ones.
    public Entry say(ConversationId conversation, EntryText text) {
        throw new UnsupportedOperationException();
    }

    /// Writes an entry of any kind, like [#say].
    public Entry append(ConversationId conversation, EntryKind kind, byte[] body) {
        throw new UnsupportedOperationException();
    }

    /// A person has seen all that is here of this conversation.
    public void read(ConversationId conversation) {
        throw new UnsupportedOperationException();
    }

    /// The newest entries before a position (null: of all), oldest of these first.
    public List<Entry> history(ConversationId conversation, @Nullable Position before, int limit) {
        throw new UnsupportedOperationException();
    }

    /// The newest texts with all of these words, oldest of these first.
    public List<Entry> search(ConversationId conversation, String words, int limit) {
        throw new UnsupportedOperationException();
    }

    /// The newest entries of one kind over all conversations, oldest first: for whoever must not miss one by a kill.
    public List<Entry> newestOf(EntryKind kind, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Up to which number of our own log the peer has it; 0 for none.
    public long deliveredUpTo(LogKey own, Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// Whether this peer ever proved the room's key to us, or was admitted by a member.
    public boolean isMember(RoomId room, Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// The person lets this peer of open rooms write directly: what it has waiting is asked for.
    public void directAllowed(Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void joined(Session session, RoomId room) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void left(Session session, RoomId room) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void received(Session session, Frame frame) throws MalformedFrameException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closed(Session session, String reason) {
        throw new UnsupportedOperationException();
    }

    /// Finishes what waits; sessions and stores are closed by whoever opened them, the stores after this.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
