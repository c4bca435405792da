package io.landline.presence;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.peer.RateWindow;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The listed peers, and the runs that said good-bye. Bounded. Rows that were never checked go first, the longest
/// silent of them. A checked row goes only for another checked one, and only when it is silent for longer than it said.
/// A friend, met before, needs a valid signature and nothing else: neither a full table nor a full address is in the
/// way, and no stranger takes its row. Confined to the presence thread.
final class PeerTable {
    static final int ROWS_MAX = 1_024;
    /// To fill the table takes 64 addresses.
    static final int ROWS_PER_ADDRESS_MAX = 16;
    /// Runs that left, so that a late packet of theirs lists nobody; the oldest go first.
    static final int LEFT_RUNS_MAX = 1_024;
    /// A checked row that was silent for this many of its own intervals may go for another.
    private static final int SILENT_INTERVALS = 2;
    /// Strangers that were never checked push each other out no faster than this.
    private static final int UNCHECKED_CHANGES_PER_SECOND_MAX = 20;
    /// In a crowd larger than the table most stills come from unlisted peers; asking each of them would take all the
    /// time.
    private static final int ASKS_BEYOND_THE_TABLE_PER_SECOND_MAX = 1;

    private final Map<Fingerprint, PeerRow> rows = new HashMap<>();
    private final Map<ScopedAddress, Integer> perAddress = new HashMap<>();
    private final RateWindow uncheckedChanges = new RateWindow(UNCHECKED_CHANGES_PER_SECOND_MAX);
    private final RateWindow beyondTheTable = new RateWindow(ASKS_BEYOND_THE_TABLE_PER_SECOND_MAX);
    /// Until then no row can be evicted, so a full table in which all peers are heard is not searched for each
    /// stranger.
    private Duration noneGoesUntil = Duration.ZERO;
    private Set<Fingerprint> friends = Set.of();
    private final Map<Fingerprint, Long> leftRuns = BoundedMap.firstComeFirstGone(LEFT_RUNS_MAX);

    /// What became of a newcomer.
    ///
    /// @param listed whether it has a row now
    /// @param evicted the row that had to go for it
    record Admission(boolean listed, Optional<PeerRow> evicted) {
        static final Admission REFUSED = new Admission(false, Optional.empty());
    }

    @Nullable
    PeerRow get(Fingerprint peer) {
        return rows.get(peer);
    }

    boolean isAnybodyAt(InetAddress address) {
        return rows.values().stream().anyMatch(row -> row.knows(address));
    }

    int size() {
        return rows.size();
    }

    Collection<PeerRow> rows() {
        return rows.values();
    }

    /// These were met before, from now on. The caller bounds their number.
    void friends(Set<Fingerprint> met) {
        friends = met;
    }

    boolean isFriend(Fingerprint peer) {
        return friends.contains(peer);
    }

    /// Lists a newcomer, if there is room or room can be made. One that is refused may come again with a checked
    /// signature.
    Admission admit(PeerRow row, Duration uptime) {
        Optional<PeerRow> victim = Optional.empty();
        boolean friend = row.isChecked() && isFriend(row.peer);
        if (!friend && perAddress.getOrDefault(row.listedFrom, 0) >= ROWS_PER_ADDRESS_MAX) {
            // From one address only a checked newcomer gets another's row: else each forgery would push out the one
            // before.
            if (!row.isChecked()) return Admission.REFUSED;
            victim = victim(row, uptime, each -> each.listedFrom.equals(row.listedFrom));
            if (victim.isEmpty()) return Admission.REFUSED;
        } else if (rows.size() >= ROWS_MAX) {
            // A flood of strangers: before all rows are gone through.
            if (!mayTake(row.peer, uptime)) return Admission.REFUSED;
            if (!row.isChecked() && uncheckedChanges.opensAt().compareTo(uptime) > 0) return Admission.REFUSED;
            victim = victim(row, uptime, _ -> true);
            if (victim.isEmpty()) {
                noneGoesUntil = earliestSilence();
                return Admission.REFUSED;
            }
            if (!row.isChecked()) uncheckedChanges.claim(uptime);
        }
        victim.ifPresent(this::remove);
        rows.put(row.peer, row);
        perAddress.merge(row.listedFrom, 1, Integer::sum);
        mayGoFrom(row.isChecked() ? row.silentAt(SILENT_INTERVALS) : Duration.ZERO);
        return new Admission(true, victim);
    }

    /// Whether a newcomer has a chance. If all rows are taken and all peers were heard lately, not even a checked one
    /// has.
    boolean mayTake(Fingerprint peer, Duration uptime) {
        return rows.size() < ROWS_MAX || isFriend(peer) || uptime.compareTo(noneGoesUntil) > 0;
    }

    /// Whether an unlisted peer that says it is there is asked now who it is.
    boolean mayAsk(Fingerprint unlisted, Duration uptime) {
        if (rows.size() < ROWS_MAX || isFriend(unlisted)) return true;
        return mayTake(unlisted, uptime) && beyondTheTable.claim(uptime);
    }

    /// A packet of a listed peer's present run came.
    void hear(PeerRow row, InetSocketAddress from, Duration next, Duration uptime) {
        row.hear(from, next, uptime);
        mayGoFrom(row.silentAt(SILENT_INTERVALS)); // it may promise to speak more often than before
    }

    private void mayGoFrom(Duration uptime) {
        if (uptime.compareTo(noneGoesUntil) < 0) noneGoesUntil = uptime;
    }

    /// In a full table of checked rows: when the first of them may go, unless it is heard before.
    private Duration earliestSilence() {
        return rows.values()
                .stream()
                .filter(each -> !isFriend(each.peer))
                .map(each -> each.silentAt(SILENT_INTERVALS))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<PeerRow> victim(PeerRow newcomer, Duration uptime, Predicate<PeerRow> among) {
        boolean friend = newcomer.isChecked() && isFriend(newcomer.peer);
        PeerRow unchecked = null;
        PeerRow silent = null;
        for (PeerRow each : rows.values()) {
            if (!among.test(each)) continue;
            if (!each.isChecked()) {
                unchecked = longerSilent(unchecked, each);
            } else if (friend && !isFriend(each.peer) || newcomer.isChecked() && !isFriend(each.peer)
                    && each.silentAt(SILENT_INTERVALS).compareTo(uptime) < 0) {
                silent = longerSilent(silent, each);
            }
        }
        return Optional.ofNullable(unchecked != null ? unchecked : silent);
    }

    private static PeerRow longerSilent(@Nullable PeerRow one, PeerRow other) {
        return one == null || other.heardAt().compareTo(one.heardAt()) < 0 ? other : one;
    }

    void remove(PeerRow row) {
        if (!rows.remove(row.peer, row)) return;
        perAddress.merge(row.listedFrom, -1, (a, b) -> a + b == 0 ? null : a + b);
    }

    /// Notes that a run said good-bye.
    void noteLeft(Fingerprint peer, long run) {
        leftRuns.remove(peer);
        leftRuns.put(peer, run);
    }

    /// Whether this run, or a later one, said good-bye.
    boolean hasLeft(Fingerprint peer, long run) {
        Long left = leftRuns.get(peer);
        return left != null && run <= left;
    }
}
