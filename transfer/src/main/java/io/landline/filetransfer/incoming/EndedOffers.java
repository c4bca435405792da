package io.landline.filetransfer.incoming;

import io.landline.cost.AskPace;
import io.landline.cost.CrowdPace;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Offers that their own authors ended, and that go on counting in [OpenTransferLimits] until a pace lets them go. Each
/// offer is stored, shown, and told to programs, and so is its end. Somebody who takes back what was just offered, over
/// and over, would have no bound otherwise. Of people that this user knows well none goes on counting. Confined to
/// the files' queue.
///
/// There are at most as many as offers may be open, since each had a place.
final class EndedOffers {
    /// Between two looks at who may let go.
    static final Duration LOOKS_APART = Duration.ofSeconds(1);

    private final Standings standings;
    private final AskPace own = AskPace.ofActs();
    private final CrowdPace crowd = new CrowdPace();
    private final Map<Fingerprint, Deque<CountedOffer>> counting = new LinkedHashMap<>();
    private Duration lookAt = Duration.ZERO;

    EndedOffers(Standings standings) { this.standings = standings; }

    /// Whether this one, which its author has just ended, goes on counting.
    boolean keeps(CountedOffer ended, Duration now) {
        Fingerprint author = ended.author;
        if (!counting.containsKey(author) && mayGo(author, now)) return false;
        counting.computeIfAbsent(author, _ -> new ArrayDeque<>()).add(ended);
        return true;
    }

    /// Those that count no longer from now on.
    List<CountedOffer> letGo(Duration now) {
        if (counting.isEmpty() || now.compareTo(lookAt) < 0) return List.of();
        lookAt = now.plus(LOOKS_APART);
        var gone = new ArrayList<CountedOffer>();
        for (Iterator<Map.Entry<Fingerprint, Deque<CountedOffer>>> all = counting.entrySet().iterator(); all
                .hasNext();) {
            Map.Entry<Fingerprint, Deque<CountedOffer>> each = all.next();
            Deque<CountedOffer> its = each.getValue();
            while (!its.isEmpty() && mayGo(each.getKey(), now)) gone.add(its.remove());
            if (its.isEmpty()) all.remove();
        }
        return gone;
    }

    private boolean mayGo(Fingerprint author, Duration now) {
        return standings.of(author).isAtLeast(Standing.TRUSTED) || crowd.allows(own, author, now);
    }
}
