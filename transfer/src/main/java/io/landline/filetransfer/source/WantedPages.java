package io.landline.filetransfer.source;

import io.landline.cost.FairQueue;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.peer.Fingerprint;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The pages of hashes that are to be made, and who gets the next one. A page may take a second of the disk, so
/// people take turns as in the files' queue ([FairQueue]); where there are too many, a place for somebody known better,
/// or who waits for less, is taken from those who are known least and wait for most. Confined to its owner's lock.
final class WantedPages {
    /// Pages that wait to be made; who asks for more asks again later.
    static final int WAITING_MAX = 1_024;
    /// Pages that wait for one receiver, so that nobody keeps the others waiting for long.
    static final int WAITING_AN_UPLOAD_MAX = 64;

    /// A page of an own offer.
    record Wanted(OwnPages pages, int number) {}

    /// The chunks of a page, and the uploads that wait for it. An upload that asks twice gets it once.
    record Order(OwnChunks chunks, Map<Upload, Consumer<HashPage>> receivers) {
        boolean isFor(Fingerprint person) {
            return receivers.keySet().stream().anyMatch(upload -> upload.session().peer().equals(person));
        }
    }

    /// A page, and the person who is next.
    record Turn(Fingerprint person, Wanted page) {}

    private final Standings standings;
    private final Map<Wanted, Order> waiting = new LinkedHashMap<>();
    /// Once each person who waits for something.
    private final FairQueue<Fingerprint, Fingerprint> turns = new FairQueue<>();
    private final Set<Fingerprint> inTurn = new LinkedHashSet<>();
    /// People with a share of the time in [#turns], the longest known first.
    private final Set<Fingerprint> remembered = new LinkedHashSet<>();

    WantedPages(Standings standings) { this.standings = standings; }

    /// One more page is wanted, if there is a place for it.
    void add(Upload upload, OwnChunks chunks, int number, Consumer<HashPage> receiver) {
        var wanted = new Wanted(upload.pages(), number);
        Order order = waiting.get(wanted);
        if (order == null) {
            if (!hasPlace(upload)) return;
            order = new Order(chunks, new LinkedHashMap<>());
            waiting.put(wanted, order);
        }
        order.receivers.put(upload, receiver);
        Fingerprint person = upload.session().peer();
        remembered.add(person);
        if (inTurn.add(person)) {
            turns.add(person, standings.of(person), upload.session().endpoint().address(), person);
        }
    }

    private boolean hasPlace(Upload upload) {
        long waits = waiting.values().stream().filter(order -> order.receivers.containsKey(upload)).count();
        if (waits >= WAITING_AN_UPLOAD_MAX) return false;
        return waiting.size() < WAITING_MAX || makePlace(upload.session().peer());
    }

    private boolean makePlace(Fingerprint person) {
        Map<Fingerprint, Integer> counts = new LinkedHashMap<>();
        for (Order order : waiting.values()) {
            for (Upload upload : order.receivers.keySet()) counts.merge(upload.session().peer(), 1, Integer::sum);
        }
        Wanted gives = null;
        Standing worst = standings.of(person);
        int most = counts.getOrDefault(person, 0) + 1;
        for (Map.Entry<Wanted, Order> each : waiting.entrySet()) {
            Collection<Upload> uploads = each.getValue().receivers.keySet();
            Standing best = Collections.min(uploads.stream().map(it -> standings.of(it.session().peer())).toList());
            int fewest = Collections.min(
                    uploads.stream().map(it -> counts.getOrDefault(it.session().peer(), 0)).toList());
            boolean worse = worst.isAbove(best) || worst == best && fewest > most;
            boolean newer = gives != null && worst == best && fewest == most;
            if (!worse && !newer) continue;
            gives = each.getKey();
            worst = best;
            most = fewest;
        }
        return gives != null && waiting.remove(gives) != null;
    }

    /// The page to be made next; null for none. [#made] follows.
    @Nullable
    Turn next() {
        for (FairQueue.Turn<Fingerprint, Fingerprint> turn; (turn = turns.next()) != null;) {
            Wanted first = firstOf(turn.flow());
            if (first != null) return new Turn(turn.flow(), first);
            inTurn.remove(turn.flow()); // what it waited for was made for somebody else, or gave its place
        }
        return null;
    }

    private @Nullable Wanted firstOf(Fingerprint person) {
        for (Map.Entry<Wanted, Order> each : waiting.entrySet()) {
            if (each.getValue().isFor(person)) return each.getKey();
        }
        return null;
    }

    /// The order of a page that is being made; null where nobody waits for it any more.
    @Nullable
    Order order(Wanted page) {
        return waiting.get(page);
    }

    /// The page of this turn was made, or cannot be.
    ///
    /// @return who waits for it; null for nobody any more
    @Nullable
    Order made(Turn turn, long nanos) {
        Order order = waiting.remove(turn.page);
        if (firstOf(turn.person) == null) {
            inTurn.remove(turn.person);
        } else {
            turns.resume(turn.person, turn.person);
        }
        turns.charge(turn.person, nanos);
        if (remembered.size() > WAITING_MAX) remembered.removeIf(turns::forgetIfIdle);
        return order;
    }

    void clear() {
        waiting.clear();
    }
}
