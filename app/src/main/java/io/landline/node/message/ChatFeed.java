package io.landline.node.message;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.chat.NewWords;
import io.landline.chat.PersonStatus;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Tells several followers what happens in conversations, the first one first. Told on the conversations' queue.
/// Followers come before sessions start, so that none of them misses anything.
public final class ChatFeed implements ConversationListener {
    private final List<ConversationListener> followers = new CopyOnWriteArrayList<>();

    public void follow(ConversationListener... more) {
        followers.addAll(List.of(more));
    }

    @Override
    public void stored(Entry entry, EntrySource source) {
        followers.forEach(each -> each.stored(entry, source));
    }

    @Override
    public void olderStored(List<Entry> entries) {
        followers.forEach(each -> each.olderStored(entries));
    }

    @Override
    public void erased(Entry entry) {
        followers.forEach(each -> each.erased(entry));
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        followers.forEach(each -> each.delivered(conversation, peer, log, upTo));
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        followers.forEach(each -> each.read(conversation, peer, log, upTo));
    }

    @Override
    public void typing(ConversationId conversation, Fingerprint peer, boolean types) {
        followers.forEach(each -> each.typing(conversation, peer, types));
    }

    @Override
    public void status(Fingerprint peer, PersonStatus status) {
        followers.forEach(each -> each.status(peer, status));
    }

    @Override
    public void named(ConversationId conversation, Fingerprint author) {
        followers.forEach(each -> each.named(conversation, author));
    }

    @Override
    public void forked(LogKey log) {
        followers.forEach(each -> each.forked(log));
    }

    @Override
    public void directHeldBack(Fingerprint peer) {
        followers.forEach(each -> each.directHeldBack(peer));
    }

    @Override
    public void newWords(Session session, Set<RoomId> joined, NewWords words) {
        followers.forEach(each -> each.newWords(session, joined, words));
    }

    @Override
    public void wordsHeld(Fingerprint peer, RoomId next) {
        followers.forEach(each -> each.wordsHeld(peer, next));
    }

    @Override
    public void storeFailed(String message) {
        followers.forEach(each -> each.storeFailed(message));
    }

    @Override
    public void limitReached(Fingerprint person, ConversationId conversation, Limit limit) {
        followers.forEach(each -> each.limitReached(person, conversation, limit));
    }

    @Override
    public void paused(Pause pause) {
        followers.forEach(each -> each.paused(pause));
    }

    @Override
    public void pauseEnded(Pause pause) {
        followers.forEach(each -> each.pauseEnded(pause));
    }

    @Override
    public boolean hasSpace() {
        return followers.stream().allMatch(ConversationListener::hasSpace);
    }
}
