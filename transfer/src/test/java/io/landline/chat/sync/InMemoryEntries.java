package io.landline.chat.sync;

import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStoreException;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Entries in memory, stricter than the real store: it also checks the chain inside a run, signatures, and bodies.
public final class InMemoryEntries implements EntryStore {
    private final Map<LogKey, NavigableMap<Long, Entry>> logs = new HashMap<>();
    int forksWritten; // times
    /// Calls of [#hashAt] and of [#range].
    int hashesAsked;
    int rangesAsked;
    /// Calls of [#newestLogs] and of [#logs] with all.
    int logsListed;
    private final Map<LogKey, Fork> forked = new HashMap<>();
    private final Map<ConversationId, Long> clocks = new HashMap<>();
    private final Map<ConversationId, Long> ownLogs = new HashMap<>();
    private final Map<ConversationId, Fingerprint> peers = new HashMap<>();
    private final List<Entry> asTheyCame = new ArrayList<>();
    private final List<LogKey> asTheyBegan = new ArrayList<>();
    private final Map<LogKey, Long> floors = new HashMap<>();
    /// What stood last in logs of which nothing is left.
    private final Map<LogKey, LogState> emptied = new HashMap<>();
    private final SequencedSet<LogKey> dropped = new LinkedHashSet<>();
    /// While true, every write fails as on a full disk.
    public volatile boolean full;
    volatile boolean unreadable; // while true, forks cannot be read
    /// Calls of [#add].
    volatile int runsAdded;

    /// What this holds now, apart from it.
    synchronized InMemoryEntries copy() {
        var copy = new InMemoryEntries();
        logs.forEach((key, log) -> copy.logs.put(key, new TreeMap<>(log)));
        copy.forked.putAll(forked);
        copy.clocks.putAll(clocks);
        copy.ownLogs.putAll(ownLogs);
        copy.peers.putAll(peers);
        copy.asTheyCame.addAll(asTheyCame);
        copy.asTheyBegan.addAll(asTheyBegan);
        copy.dropped.addAll(dropped);
        return copy;
    }

    private void checkWritable() {
        if (full) throw new EntryStoreException("The disk is full.", new IllegalStateException("set by the test"));
    }

    @Override
    public synchronized List<LogState> logs(ConversationId conversation) {
        logsListed++;
        return logs.keySet().stream().filter(log -> log.conversation().equals(conversation)).map(this::state).toList();
    }

    @Override
    public synchronized @Nullable LogState log(LogKey key) {
        return logs.containsKey(key) ? state(key) : null;
    }

    @Override
    public synchronized Map<LogKey, LogState> logs(ConversationId conversation, Collection<LogKey> wanted) {
        var states = new HashMap<LogKey, LogState>();
        for (LogKey key : wanted) {
            require(key.conversation().equals(conversation), "a log of another conversation");
            if (logs.containsKey(key)) states.put(key, state(key));
        }
        return states;
    }

    @Override
    public synchronized int logCount(ConversationId conversation) {
        return (int) logs.keySet().stream().filter(log -> log.conversation().equals(conversation)).count();
    }

    @Override
    public synchronized int logCount(ConversationId conversation, Fingerprint author) {
        return (int) logs.keySet()
                .stream()
                .filter(log -> log.conversation().equals(conversation) && log.author().equals(author))
                .count();
    }

    @Override
    public synchronized byte @Nullable [] authorKey(Fingerprint author) {
        return logs.values()
                .stream()
                .filter(log -> !log.isEmpty())
                .map(log -> log.firstEntry().getValue())
                .filter(entry -> entry.author().equals(author))
                .map(entry -> entry.header().authorKey())
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<LogKey> newestLogs(ConversationId conversation) {
        logsListed++;
        return asTheyBegan.stream().filter(log -> log.conversation().equals(conversation)).toList().reversed();
    }

    @Override
    public synchronized boolean drop(LogKey log) {
        checkWritable();
        if (logs.containsKey(log)) rewrite(log, state(log).to() - DROPPED_AT_ONCE + 1, List.of(), 0, null);
        forked.remove(log);
        boolean isEmpty = logCount(log.conversation()) == 0;
        if (isEmpty && peers.remove(log.conversation()) != null) clocks.remove(log.conversation());
        dropped.addLast(log);
        if (dropped.size() > DROPPED_MAX) dropped.removeFirst();
        return logs.containsKey(log);
    }

    @Override
    public synchronized List<LogKey> dropped() {
        return List.copyOf(dropped);
    }

    @Override
    public synchronized void forgetDropped(Fingerprint author) {
        dropped.removeIf(log -> log.author().equals(author));
    }

    @Override
    public synchronized boolean clearWords() {
        return false; // no words are kept beside the entries
    }

    @Override
    public synchronized void cutBeginning(LogKey key, long floor) {
        checkWritable();
        LogState held = log(key);
        if (held == null) return;
        long first = Math.min(floor, held.to() + 1);
        if (first <= held.from()) return;
        NavigableMap<Long, Entry> gone = logs.get(key).headMap(first, false);
        asTheyCame.removeAll(gone.values());
        gone.clear();
        floors.put(key, first);
        if (logs.get(key).isEmpty()) {
            emptied.put(key, new LogState(key, held.authorKey(), first, held.to(), held.hash(), held.hash(),
                    held.lamportTo(), held.lamportTo()));
        }
    }

    @Override
    public synchronized Map<LogKey, Long> floors() {
        return Map.copyOf(floors);
    }

    private LogState state(LogKey key) {
        NavigableMap<Long, Entry> log = logs.get(key);
        if (log.isEmpty()) return emptied.get(key);
        Entry first = log.firstEntry().getValue();
        Entry last = log.lastEntry().getValue();
        return new LogState(key, first.header().authorKey(), first.header().number(), last.header().number(),
                last.hash(), first.header().previous(), first.header().lamport(), last.header().lamport());
    }

    @Override
    public synchronized void add(List<Entry> run, long clock, Durability durability) {
        checkWritable();
        runsAdded++;
        LogKey key = run.getFirst().log();
        for (int i = 0; i < run.size(); i++) {
            Entry entry = run.get(i);
            require(entry.log().equals(key), "a run of two logs");
            require(entry.isWhole(), "an entry without its body");
            require(entry.bodyHolds(), "a body that is not the signed one");
            if (i > 0) require(entry.follows(run.get(i - 1).hash()), "a run that does not chain");
        }
        LogState held = log(key);
        if (held != null) {
            boolean newer = run.getFirst().header().number() == held.to() + 1 && run.getFirst().follows(held.hash());
            boolean older = run.getLast().header().number() == held.from() - 1
                    && Arrays.equals(run.getLast().hash(), held.previous());
            require(newer || older, "a run that does not join its log");
        }
        Fork fork = forked.get(key);
        require(fork == null || run.getLast().header().number() < fork.number(), "more of a log beyond its fork");
        if (held == null) asTheyBegan.add(key);
        for (Entry entry : run) {
            Entry before = logs.computeIfAbsent(key, _ -> new TreeMap<>()).put(entry.header().number(), entry);
            require(before == null, "an entry stored twice");
            asTheyCame.add(entry);
        }
        obeyDeletes();
        clocks.merge(key.conversation(), clock, Math::max);
    }

    private void obeyDeletes() {
        for (Entry delete : List.copyOf(asTheyCame)) {
            Deletion deletion = Deletion.orNull(delete);
            if (deletion == null) continue;
            for (Entry each : List.copyOf(asTheyCame)) {
                if (each.body() != null && deletion.covers(each)) replace(each.deletedBy(deletion));
            }
        }
    }

    @Override
    public synchronized void erase(Entry deleted) {
        checkWritable();
        replace(deleted);
    }

    private void replace(Entry deleted) {
        logs.get(deleted.log()).put(deleted.header().number(), deleted);
        asTheyCame.replaceAll(each -> each.id().equals(deleted.id()) ? deleted : each);
    }

    @Override
    public synchronized List<Entry> append(ConversationId conversation, Fingerprint me,
            @Nullable Fingerprint directPeer, Function<OwnLog, List<Entry>> next) {
        checkWritable();
        Long log = ownLogs.get(conversation);
        LogState held = log == null ? null : log(new LogKey(conversation, me, log));
        List<Entry> made = next.apply(new OwnLog(log, held, clock(conversation)));
        add(made, made.getLast().header().lamport(), Durability.FULL);
        ownLogs.put(conversation, made.getLast().header().log());
        if (directPeer != null) peers.put(conversation, directPeer);
        return made;
    }

    private static void require(boolean holds, String wrong) {
        if (!holds) throw new IllegalArgumentException(wrong);
    }

    @Override
    public synchronized void rewrite(LogKey lost, long fromNumber, List<Entry> rewritten, long clock,
            @Nullable Fork fork) {
        checkWritable();
        NavigableMap<Long, Entry> log = logs.get(lost);
        if (log != null) {
            asTheyCame.removeAll(log.tailMap(fromNumber, true).values());
            log.tailMap(fromNumber, true).clear();
            if (log.isEmpty()) {
                logs.remove(lost);
                asTheyBegan.remove(lost);
            }
        }
        if (!rewritten.isEmpty()) add(rewritten, clock, Durability.FULL);
        if (fork != null) mark(fork);
    }

    @Override
    public synchronized List<Entry> range(LogKey key, long from, long to, boolean backwards, int sentBytesMax) {
        rangesAsked++;
        NavigableMap<Long, Entry> log = logs.get(key);
        if (log == null || from > to) return List.of();
        NavigableMap<Long, Entry> part = log.subMap(from, true, to, true);
        var entries = new ArrayList<Entry>();
        int left = sentBytesMax;
        for (Entry entry : (backwards ? part.descendingMap() : part).values()) {
            left -= entry.sentBytes();
            if (left < 0) break;
            entries.add(entry);
        }
        return backwards ? entries.reversed() : entries;
    }

    @Override
    public synchronized Map<LogKey, BeforeFork> beforeForks(ConversationId conversation) {
        var before = new HashMap<LogKey, BeforeFork>();
        forked.forEach((key, fork) -> {
            byte[] hash = key.conversation().equals(conversation) ? held(key, fork.number() - 1) : null;
            if (hash != null) before.put(key, new BeforeFork(fork.number() - 1, hash));
        });
        return before;
    }

    @Override
    public synchronized byte @Nullable [] hashAt(LogKey key, long number) {
        hashesAsked++;
        return held(key, number);
    }

    private byte @Nullable [] held(LogKey key, long number) {
        NavigableMap<Long, Entry> log = logs.get(key);
        Entry entry = log == null ? null : log.get(number);
        return entry == null ? null : entry.hash();
    }

    @Override
    public synchronized Map<LogKey, Long> recent(ConversationId conversation, int count) {
        var recent = new HashMap<LogKey, Long>();
        for (Entry entry : newest(conversation, null, count)) {
            recent.merge(entry.log(), entry.header().number(), Math::min);
        }
        return recent;
    }

    @Override
    public synchronized long clock(ConversationId conversation) {
        return clocks.getOrDefault(conversation, 0L);
    }

    @Override
    public synchronized void raiseClock(ConversationId conversation, long clock) {
        clocks.merge(conversation, clock, Math::max);
    }

    @Override
    public synchronized void markForked(Fork fork) {
        checkWritable();
        forksWritten++;
        mark(fork);
    }

    private void mark(Fork fork) {
        forked.merge(fork.log(), fork, (known, next) -> next.number() < known.number() ? next : known);
    }

    @Override
    public synchronized List<Fork> forks() {
        if (unreadable) throw new EntryStoreException("Not readable.", new IllegalStateException("set by the test"));
        return List.copyOf(forked.values());
    }

    @Override
    public synchronized @Nullable Long ownLog(ConversationId conversation) {
        return ownLogs.get(conversation);
    }

    @Override
    public synchronized void setOwnLog(ConversationId conversation, long log) {
        checkWritable();
        ownLogs.put(conversation, log);
    }

    @Override
    public synchronized List<Entry> newest(ConversationId conversation, @Nullable TimelinePosition before, int limit) {
        return logs.values()
                .stream()
                .flatMap(log -> log.values().stream())
                .filter(entry -> entry.header().conversation().equals(conversation))
                .filter(entry -> before == null || entry.position().compareTo(before) < 0)
                .sorted(Comparator.comparing(Entry::position).reversed())
                .limit(limit)
                .toList()
                .reversed();
    }

    @Override
    public synchronized List<Entry> search(ConversationId conversation, String words, int limit) {
        var search = new PlainSearch(words);
        List<Entry> all = newest(conversation, null, Integer.MAX_VALUE).stream().filter(search::finds).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized List<Entry> newestOf(EntryKind kind, int limit) {
        List<Entry> all = asTheyCame.stream().filter(entry -> entry.kind().equals(kind)).toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public synchronized void rememberDirect(ConversationId conversation, Fingerprint peer) {
        peers.put(conversation, peer);
    }

    @Override
    public synchronized SequencedSet<Fingerprint> directPeers() {
        var of = new LinkedHashSet<Fingerprint>();
        for (LogKey each : asTheyBegan) {
            Fingerprint peer = peers.get(each.conversation());
            if (peer != null) of.add(peer);
        }
        return of;
    }

    @Override
    public synchronized @Nullable Fingerprint directPeer(ConversationId conversation) {
        return peers.get(conversation);
    }
}
