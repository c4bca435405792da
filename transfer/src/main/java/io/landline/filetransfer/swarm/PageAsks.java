package io.landline.filetransfer.swarm;

import io.landline.filetransfer.TransferStore;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.swarm.SwarmFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of hashes that a receiver in a swarm asks for, each of the source that it asks for the chunks: that one
/// has the page, or can make it. A page that does not come is asked of another source
/// (docs/protocol/swarm.md, "Pages of hashes"). Confined to the files' queue.
public final class PageAsks {
    /// A page that did not come by then is asked of somebody else.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    /// @param source null where nobody was there to be asked
    private record Asked(@Nullable Fingerprint source, Duration at) {}

    private final EntryId offer;
    private final TransferStore store;
    private final Map<Integer, Asked> open = new LinkedHashMap<>();
    private final BitSet here = new BitSet();

    PageAsks(EntryId offer, TransferStore store) {
        this.offer = offer;
        this.store = store;
    }

    private boolean isHere(int page) {
        if (here.get(page)) return true;
        if (store.hashPage(offer, page) == null) return false;
        here.set(page);
        return true;
    }

    /// Of these pages those to ask this peer for; they count as asked. Without a peer they are asked of the next that
    /// comes, when they are late.
    List<Integer> ask(@Nullable Fingerprint source, Iterable<Integer> pages, Duration now) {
        var asks = new ArrayList<Integer>();
        for (int page : pages) {
            if (open.containsKey(page) || isHere(page)) continue;
            open.put(page, new Asked(source, now));
            asks.add(page);
        }
        return asks;
    }

    /// Pages that are late, by the source to ask now: the next of those that may have them.
    Map<Fingerprint, List<Integer>> late(List<Fingerprint> sources, Duration now) {
        var asks = new LinkedHashMap<Fingerprint, List<Integer>>();
        if (sources.isEmpty()) return asks;
        for (Iterator<Map.Entry<Integer, Asked>> all = open.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Integer, Asked> each = all.next();
            if (now.minus(each.getValue().at).compareTo(PATIENCE) < 0) continue;
            if (isHere(each.getKey())) {
                all.remove();
                continue;
            }
            int next = sources.indexOf(each.getValue().source) + 1;
            Fingerprint other = sources.get(next % sources.size());
            each.setValue(new Asked(other, now));
            asks.computeIfAbsent(other, _ -> new ArrayList<>()).add(each.getKey());
        }
        return asks;
    }

    /// As frames hold them.
    static List<List<Integer>> frames(List<Integer> pages) {
        var frames = new ArrayList<List<Integer>>();
        for (int at = 0; at < pages.size(); at += SwarmFrame.Pages.PAGES_MAX) {
            frames.add(pages.subList(at, Math.min(pages.size(), at + SwarmFrame.Pages.PAGES_MAX)));
        }
        return frames;
    }
}
