package io.landline.filetransfer;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// A store that works, in memory; it passes the same contract as the real one. `failAfter` makes writes fail like a
/// full disk, or like a program that is killed at that very write.
public class FakeStore implements TransferStore {
    private final Map<EntryId, StoredOffer> offers = new LinkedHashMap<>();
    private final Map<EntryId, TreeMap<Long, StoredSource>> sources = new HashMap<>();
    private final Map<EntryId, byte[]> identities = new HashMap<>();
    private final Map<EntryId, TreeMap<Integer, byte[]>> pages = new HashMap<>();
    private final Map<EntryId, TreeMap<Integer, byte[]>> manifests = new HashMap<>();
    private final Map<TransferId, StoredTransfer> transfers = new LinkedHashMap<>();
    private final Map<TransferId, TreeMap<Long, StoredFile>> files = new HashMap<>();
    private final Map<EntryId, List<String>> items = new HashMap<>();
    private final Map<TransferId, List<String>> choices = new HashMap<>();
    private final Map<TransferId, FailedFiles> failures = new HashMap<>();
    private final Map<TransferId, StoredHidden> hidden = new HashMap<>();
    private final Map<TransferId, TreeMap<Integer, StoredTop>> tops = new HashMap<>();
    private int drafts;
    private final java.util.Set<Fingerprint> acceptedByHand = new java.util.HashSet<>();
    private int writesLeft = Integer.MAX_VALUE;
    public int writes;
    /// Writes that failed.
    public int refused;
    /// Told when one file alone is looked up, before it is.
    public volatile LongConsumer oneFileLookedUp = _ -> {};
    /// Run before a page of files is read.
    public volatile Runnable filesListed = () -> {};
    /// Run before sources of an own offer are read.
    public volatile Runnable sourcesListed = () -> {};

    /// From then on so many writes succeed, and no more.
    public synchronized void failAfter(int count) {
        writesLeft = count;
        if (count < Integer.MAX_VALUE) refused = 0;
    }

    private void write() {
        writes++;
        if (writesLeft > 0) {
            writesLeft--;
            return;
        }
        refused++;
        notifyAll();
        throw new TransferStoreException(FailureReason.DISK_FULL, "the store is gone",
                new java.io.IOException("on purpose"));
    }

    /// What a new run finds: a copy of what was committed.
    public synchronized FakeStore afterKill() {
        var copy = new FakeStore();
        copy.offers.putAll(offers);
        sources.forEach((id, map) -> copy.sources.put(id, new TreeMap<>(map)));
        copy.identities.putAll(identities);
        copy.items.putAll(items);
        copy.choices.putAll(choices);
        copy.failures.putAll(failures);
        copy.hidden.putAll(hidden);
        tops.forEach((id, map) -> copy.tops.put(id, new TreeMap<>(map)));
        manifests.forEach((id, map) -> copy.manifests.put(id, new TreeMap<>(map)));
        pages.forEach((id, map) -> copy.pages.put(id, new TreeMap<>(map)));
        copy.transfers.putAll(transfers);
        copy.acceptedByHand.addAll(acceptedByHand);
        files.forEach((id, map) -> copy.files.put(id, new TreeMap<>(map)));
        return copy;
    }

    @Override
    public synchronized void saveOffer(StoredOffer offer) {
        write();
        offers.putIfAbsent(offer.id(), offer);
    }

    @Override
    public synchronized void saveOffered(StoredOffer offer, StoredTransfer transfer) {
        write();
        offers.putIfAbsent(offer.id(), offer);
        keep(transfer);
    }

    @Override
    public synchronized StoredOffer offer(EntryId id) {
        return offers.get(id);
    }

    @Override
    public synchronized void withdraw(EntryId id) {
        write();
        offers.computeIfPresent(id, (_, o) -> new StoredOffer(o.id(), o.conversation(), o.author(), o.written(),
                o.keyedRoom(), true, o.body()));
    }

    @Override
    public void withdrawnByAuthor(EntryId id) {
        withdraw(id);
    }

    @Override
    public synchronized void saveIdentity(EntryId offer, byte[] sha256) {
        write();
        identities.put(offer, sha256.clone());
    }

    @Override
    public synchronized byte[] identity(EntryId offer) {
        return identities.get(offer);
    }

    @Override
    public synchronized void saveManifestPages(EntryId offer, int first, List<byte[]> list) {
        write();
        for (int i = 0; i < list.size(); i++) {
            manifests.computeIfAbsent(offer, _ -> new TreeMap<>()).put(first + i, list.get(i).clone());
        }
    }

    @Override
    public synchronized byte[] manifestPage(EntryId offer, int number) {
        return manifests.getOrDefault(offer, new TreeMap<>()).get(number);
    }

    @Override
    public synchronized byte[] lastManifestPage(EntryId offer) {
        TreeMap<Integer, byte[]> kept = manifests.getOrDefault(offer, new TreeMap<>());
        return kept.isEmpty() ? null : kept.lastEntry().getValue();
    }

    @Override
    public synchronized EntryId newDraft() {
        return new EntryId(-1, ++drafts);
    }

    @Override
    public void dropDrafts() {}

    @Override
    public synchronized void adopt(EntryId draft, EntryId offer) {
        write();
        if (sources.containsKey(draft)) sources.put(offer, sources.remove(draft));
        if (manifests.containsKey(draft)) manifests.put(offer, manifests.remove(draft));
    }

    @Override
    public synchronized void dropDraft(EntryId draft) {
        sources.remove(draft);
        manifests.remove(draft);
    }

    @Override
    public synchronized void saveItems(EntryId offer, List<String> list) {
        write();
        items.put(offer, List.copyOf(list));
    }

    @Override
    public synchronized List<String> items(EntryId offer, int max) {
        return items.getOrDefault(offer, List.of()).stream().limit(max).toList();
    }

    @Override
    public synchronized void saveExcludes(EntryId offer, List<String> patterns) {
        write();
    }

    @Override
    public synchronized void saveFailures(TransferId transfer, FailedFiles what) {
        write();
        failures.put(transfer, what);
    }

    @Override
    public synchronized FailedFiles failures(TransferId transfer) {
        return failures.getOrDefault(transfer, FailedFiles.NONE);
    }

    @Override
    public synchronized void saveChoice(StoredTransfer transfer, List<String> patterns) {
        write();
        keep(transfer);
        choices.put(transfer.id(), List.copyOf(patterns));
        files.remove(transfer.id());
    }

    @Override
    public synchronized void beginAnew(TransferId transfer, Set<Long> standing) {
        write();
        TreeMap<Long, StoredFile> its = files.getOrDefault(transfer, new TreeMap<>());
        if (its.values().stream().anyMatch(file -> file.taken().lost() != null)) files.remove(transfer);
        its.replaceAll((number, file) -> file.taken().isWanted() && !standing.contains(number) ? file.anew() : file);
    }

    @Override
    public synchronized List<String> choice(TransferId transfer) {
        return choices.getOrDefault(transfer, List.of());
    }

    @Override
    public synchronized void saveHidden(TransferId transfer, StoredHidden folder) {
        write();
        hidden.put(transfer, folder);
    }

    @Override
    public synchronized StoredHidden hidden(TransferId transfer) {
        return hidden.get(transfer);
    }

    @Override
    public synchronized void forgetHidden(TransferId transfer) {
        write();
        hidden.remove(transfer);
    }

    @Override
    public synchronized List<StoredPartial> orphanedFolders() {
        return transfers.values()
                .stream()
                .filter(t -> !t.state().isOpen() && hidden.containsKey(t.id()))
                .map(t -> new StoredPartial(t.id(), 0, t.acceptance().folder(),
                        Objects.requireNonNull(hidden.get(t.id())).name()))
                .toList();
    }

    @Override
    public synchronized void saveTops(TransferId transfer, List<StoredTop> list) {
        write();
        list.forEach(top -> tops.computeIfAbsent(transfer, _ -> new TreeMap<>()).put(top.number(), top));
    }

    @Override
    public void forceTop(TransferId transfer, StoredTop top) {
        saveTops(transfer, List.of(top));
    }

    @Override
    public synchronized List<StoredTop> tops(TransferId transfer, int first, int max) {
        return tops.getOrDefault(transfer, new TreeMap<>()).tailMap(first).values().stream().limit(max).toList();
    }

    @Override
    public synchronized void saveHashPage(EntryId offer, int number, byte[] page) {
        write();
        pages.computeIfAbsent(offer, _ -> new TreeMap<>()).putIfAbsent(number, page.clone());
    }

    @Override
    public synchronized void forgetHashPages(EntryId offer) {
        write();
        pages.remove(offer);
    }

    @Override
    public synchronized byte[] hashPage(EntryId offer, int number) {
        return pages.getOrDefault(offer, new TreeMap<>()).get(number);
    }

    @Override
    public synchronized void saveSources(EntryId offer, long first, List<StoredSource> list) {
        write();
        for (int i = 0; i < list.size(); i++) {
            sources.computeIfAbsent(offer, _ -> new TreeMap<>()).put(first + i, list.get(i));
        }
    }

    @Override
    public List<StoredSource> sources(EntryId offer, long first, int max) {
        sourcesListed.run();
        return sourcesFrom(offer, first, max);
    }

    private synchronized List<StoredSource> sourcesFrom(EntryId offer, long first, int max) {
        return sources.getOrDefault(offer, new TreeMap<>()).tailMap(first).values().stream().limit(max).toList();
    }

    @Override
    public synchronized void saveTransfer(StoredTransfer transfer) {
        write();
        keep(transfer);
    }

    private void keep(StoredTransfer transfer) {
        transfers.put(transfer.id(), transfer);
        if (transfer.acceptance().byHand()) acceptedByHand.add(transfer.peer());
    }

    @Override
    public synchronized StoredTransfer transfer(TransferId id) {
        return transfers.get(id);
    }

    @Override
    public synchronized List<StoredTransfer> openTransfers() {
        return transfers.values()
                .stream()
                .filter(t -> t.state().isOpen())
                .sorted(Comparator.comparing(t -> Objects.requireNonNull(offers.get(t.offer())).written()))
                .toList();
    }

    @Override
    public synchronized void saveFiles(TransferId transfer, List<StoredFile> list) {
        write();
        list.forEach(file -> files.computeIfAbsent(transfer, _ -> new TreeMap<>()).put(file.number(), file));
    }

    @Override
    public void forceFile(TransferId transfer, StoredFile file) {
        saveFiles(transfer, List.of(file));
    }

    @Override
    public List<StoredFile> files(TransferId transfer, long first, int max) {
        if (max == 1) oneFileLookedUp.accept(first);
        if (max > 1) filesListed.run();
        return filesFrom(transfer, first, max);
    }

    private synchronized List<StoredFile> filesFrom(TransferId transfer, long first, int max) {
        return files.getOrDefault(transfer, new TreeMap<>()).tailMap(first).values().stream().limit(max).toList();
    }

    @Override
    public synchronized List<StoredPartial> orphans() {
        var orphans = new ArrayList<StoredPartial>();
        for (StoredTransfer transfer : transfers.values()) {
            if (transfer.state().isOpen()) continue;
            for (StoredFile file : files.getOrDefault(transfer.id(), new TreeMap<>()).values()) {
                if (!file.partial().isEmpty()) {
                    orphans.add(new StoredPartial(transfer.id(), file.number(), transfer.acceptance().folder(),
                            file.partial()));
                }
            }
        }
        return orphans;
    }

    @Override
    public synchronized void forgetPartial(TransferId transfer, long number) {
        write();
        files.get(transfer).computeIfPresent(number, (_, f) -> f.withPartial(""));
    }

    @Override
    public synchronized boolean acceptedByHand(Fingerprint author) {
        return acceptedByHand.contains(author);
    }

    @Override
    public synchronized void date(EntryId offer, Instant written) {
        write();
        offers.computeIfPresent(offer, (_, it) -> it.dated(written));
    }

    @Override
    public synchronized void datesUpTo(Instant now) {
        write();
        offers.replaceAll((_, offer) -> offer.written().isAfter(now) ? offer.dated(now) : offer);
    }

    @Override
    public synchronized void forgetBefore(Instant written) {
        write();
        for (StoredOffer offer : List.copyOf(offers.values())) {
            List<StoredTransfer> of = transfers.values()
                    .stream()
                    .filter(each -> each.offer().equals(offer.id()))
                    .toList();
            if (!offer.written().isBefore(written) || of.stream().anyMatch(t -> t.state().isOpen())) continue;
            if (of.stream().anyMatch(t -> hidden.containsKey(t.id()))) continue;
            if (orphans().stream().anyMatch(o -> of.stream().anyMatch(t -> t.id().equals(o.transfer())))) continue;
            offers.remove(offer.id());
            sources.remove(offer.id());
            identities.remove(offer.id());
            items.remove(offer.id());
            pages.remove(offer.id());
            manifests.remove(offer.id());
            of.forEach(t -> {
                files.remove(t.id());
                tops.remove(t.id());
                choices.remove(t.id());
                failures.remove(t.id());
                transfers.remove(t.id());
            });
        }
    }
}
