package io.landline.chat.sync;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.BudgetStore;
import io.landline.chat.ChatStores;
import io.landline.chat.LogKey;
import io.landline.chat.NameCardStore;
import io.landline.chat.ReceiptStore;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The chat ports in memory: a node that is "restarted" in a test gets the same ones again.
public final class InMemoryStores {
    private InMemoryStores() {}

    public static ChatStores create() {
        var entries = new InMemoryEntries();
        return new ChatStores(entries, new Receipts(), new Admissions(entries), new Budgets(), new Cards(entries));
    }

    /// What these hold now, apart from them.
    public static ChatStores copy(ChatStores of) {
        InMemoryEntries entries = ((InMemoryEntries) of.entries()).copy();
        var receipts = new Receipts();
        receipts.upTo.putAll(((Receipts) of.receipts()).upTo);
        var admissions = new Admissions(entries);
        admissions.admissions.putAll(((Admissions) of.admissions()).admissions);
        var budgets = new Budgets();
        budgets.spent.putAll(((Budgets) of.budgets()).spent);
        budgets.savedDay = ((Budgets) of.budgets()).savedDay;
        var cards = new Cards(entries);
        cards.cards.putAll(((Cards) of.cards()).cards);
        return new ChatStores(entries, receipts, admissions, budgets, cards);
    }

    private static final class Receipts implements ReceiptStore {
        private record Key(LogKey log, Fingerprint peer, Receipt receipt) {}

        private final Map<Key, Long> upTo = new HashMap<>();

        @Override
        public synchronized long upTo(LogKey log, Fingerprint peer, Receipt receipt) {
            return upTo.getOrDefault(new Key(log, peer, receipt), 0L);
        }

        @Override
        public synchronized Map<LogKey, Long> upTo(ConversationId conversation, Fingerprint peer, Receipt receipt) {
            var all = new HashMap<LogKey, Long>();
            upTo.forEach((key, number) -> {
                boolean isOfThem = key.log.conversation().equals(conversation) && key.peer.equals(peer);
                if (isOfThem && key.receipt == receipt) all.put(key.log, number);
            });
            return all;
        }

        @Override
        public synchronized Set<LogKey> advance(Map<LogKey, Long> to, Fingerprint peer, Receipt receipt) {
            var news = new LinkedHashSet<LogKey>();
            to.forEach((log, number) -> {
                if (advance(log, peer, receipt, number)) news.add(log);
            });
            return news;
        }

        @Override
        public synchronized boolean advance(LogKey log, Fingerprint peer, Receipt receipt, long to) {
            if (to < 1) throw new IllegalArgumentException("a receipt for nothing");
            if (upTo(log, peer, receipt) >= to) return false;
            upTo.put(new Key(log, peer, receipt), to);
            return true;
        }

        @Override
        public synchronized List<LogKey> logs(ConversationId conversation, Fingerprint author, Fingerprint peer) {
            return upTo.keySet()
                    .stream()
                    .filter(key -> key.peer.equals(peer) && key.log.author().equals(author))
                    .map(Key::log)
                    .filter(log -> log.conversation().equals(conversation))
                    .distinct()
                    .toList();
        }
    }

    private static final class Admissions implements AdmissionStore {
        private record Key(RoomId room, Fingerprint member) {}

        private final InMemoryEntries entries;
        private final Map<Key, Admission> admissions = new LinkedHashMap<>();

        Admissions(InMemoryEntries entries) { this.entries = entries; }

        @Override
        public synchronized @Nullable Admission find(RoomId room, Fingerprint member) {
            return admissions.get(new Key(room, member));
        }

        @Override
        public synchronized void put(Admission admission) {
            if (admission.links() > Admission.LINKS_MAX) {
                throw new IllegalArgumentException("an admission that does not count");
            }
            if (!admission.signatureHolds()) throw new IllegalArgumentException("a forged admission");
            admissions.put(new Key(admission.room(), admission.member()), admission);
        }

        @Override
        public synchronized Set<Fingerprint> members(RoomId room) {
            return admissions.keySet()
                    .stream()
                    .filter(key -> key.room.equals(room))
                    .map(Key::member)
                    .collect(Collectors.toSet());
        }

        @Override
        public synchronized List<Admission> all(RoomId room) {
            return admissions.values().stream().filter(each -> each.room().equals(room)).toList();
        }

        @Override
        public synchronized int count(RoomId room) {
            return new ArrayList<>(admissions.keySet()).stream().filter(key -> key.room.equals(room)).toList().size();
        }

        @Override
        public synchronized int countSignedBy(RoomId room, byte[] signerKey) {
            return (int) admissions.values()
                    .stream()
                    .filter(each -> each.room().equals(room) && Arrays.equals(each.signerKey(), signerKey))
                    .count();
        }

        @Override
        public synchronized boolean dropNewestVouchedFor(RoomId room) {
            for (Key key : List.copyOf(admissions.keySet()).reversed()) {
                boolean vouchedFor = key.room.equals(room) && admissions.get(key).links() > 1;
                if (!vouchedFor || entries.logCount(ConversationId.of(room), key.member) > 0) continue;
                admissions.remove(key);
                return true;
            }
            return false;
        }
    }

    static final class Cards implements NameCardStore {
        private final InMemoryEntries entries;
        private final Map<Fingerprint, Kept> cards = new LinkedHashMap<>();

        Cards(InMemoryEntries entries) { this.entries = entries; }

        @Override
        public synchronized @Nullable Kept find(Fingerprint author) {
            return cards.get(author);
        }

        @Override
        public synchronized List<Kept> all() {
            return List.copyOf(cards.values());
        }

        @Override
        public synchronized void put(Kept kept) {
            if (!kept.card().signatureHolds()) throw new IllegalArgumentException("a forged card");
            putUnchecked(kept);
        }

        /// As a disk may give it back.
        synchronized void putUnchecked(Kept kept) {
            cards.put(kept.card().author(), kept);
        }

        @Override
        public synchronized void drop(Fingerprint author) {
            if (cards.remove(author) == null) throw new IllegalArgumentException("no such card");
        }

        @Override
        public synchronized void dropWithoutLog(Fingerprint me) {
            cards.keySet().removeIf(author -> !author.equals(me) && entries.authorKey(author) == null);
        }
    }

    private static final class Budgets implements BudgetStore {
        private final Map<Account, Spent> spent = new HashMap<>();
        private long savedDay;

        @Override
        public synchronized Map<Account, Spent> spent(long day) {
            return day == savedDay ? Map.copyOf(spent) : Map.of();
        }

        @Override
        public synchronized void save(long day, Map<Account, Spent> changed) {
            if (day != savedDay) spent.clear();
            savedDay = day;
            spent.putAll(changed);
        }
    }
}
