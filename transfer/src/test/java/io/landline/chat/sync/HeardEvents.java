package io.landline.chat.sync;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.chat.NewWords;
import io.landline.chat.PersonStatus;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a node was told, in order.
final class HeardEvents implements ConversationListener {
    final List<Entry> stored = new ArrayList<>();
    final List<Entry> older = new ArrayList<>();
    final List<LogKey> forked = new ArrayList<>();
    final List<Fingerprint> named = new ArrayList<>();
    final List<NewWords> words = new ArrayList<>();
    final List<Fingerprint> heldBack = new ArrayList<>();
    /// How each of these came here.
    final List<EntrySource> sources = new ArrayList<>();
    final List<String> limits = new ArrayList<>();
    final List<String> pauses = new ArrayList<>();
    /// Who began to type (`+`) or stopped (`-`), and what people said of themselves.
    final List<String> activity = new ArrayList<>();
    final Map<String, Long> delivered = new TreeMap<>();
    final Map<String, Long> read = new TreeMap<>();
    /// How often something was told to be delivered.
    int receipts;

    @Override
    public void stored(Entry entry, EntrySource source) {
        stored.add(entry);
        sources.add(source);
    }

    @Override
    public void olderStored(List<Entry> entries) {
        older.addAll(entries);
    }

    @Override
    public void delivered(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        receipts++;
        Long before = delivered.put(peer.hex() + log.logHex(), upTo);
        if (before != null && before >= upTo) throw new AssertionError("delivered went back");
    }

    @Override
    public void read(ConversationId conversation, Fingerprint peer, LogKey log, long upTo) {
        read.put(peer.hex() + log.logHex(), upTo);
    }

    @Override
    public void typing(ConversationId conversation, Fingerprint peer, boolean types) {
        activity.add((types ? "+" : "-") + peer.brief() + " " + conversation.hex());
    }

    @Override
    public void status(Fingerprint peer, PersonStatus status) {
        activity.add(peer.brief() + " " + status.state() + (status.hides() ? " hides" : "") + " " + status.text());
    }

    @Override
    public void newWords(Session session, Set<RoomId> joined, NewWords handed) {
        words.add(handed);
    }

    @Override
    public void named(ConversationId conversation, Fingerprint author) {
        named.add(author);
    }

    @Override
    public void forked(LogKey log) {
        forked.add(log);
    }

    @Override
    public void directHeldBack(Fingerprint peer) {
        heldBack.add(peer);
    }

    @Override
    public void limitReached(Fingerprint person, ConversationId conversation, Limit limit) {
        limits.add(person.brief() + " " + limit);
    }

    @Override
    public void paused(Pause pause) {
        pauses.add("paused " + pause.person().brief());
    }

    @Override
    public void pauseEnded(Pause pause) {
        pauses.add("ended " + pause.person().brief());
    }

    List<String> texts() {
        return stored.stream().map(World::text).toList();
    }
}
