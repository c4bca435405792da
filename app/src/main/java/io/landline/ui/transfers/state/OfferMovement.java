package io.landline.ui.transfers.state;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferListener;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which movements of an offer move, and how fast. Confined to the JavaFX thread.
public final class OfferMovement {
    /// A transfer that moves tells of bytes several times a second, unless the line is slow.
    public static final Duration STALLED_AFTER = Duration.ofSeconds(2);
    /// Bytes are told in chunks. On a slow line, or by turns with other files, the next one may be late by as much as
    /// it takes.
    public static final int CHUNKS_AWAITED = 2;
    /// However slow it was: what has not moved for this long stands.
    public static final Duration STALLED_AFTER_MAX = Duration.ofMinutes(1);

    private final OfferPeople people;
    private final boolean own;
    private final Map<String, Long> rates = new HashMap<>();
    /// When a running transfer is said to stand unless bytes of it come before.
    private final Map<String, Instant> standsAt = new HashMap<>();
    /// When a running transfer was first seen of which no bytes have come since.
    private final Map<String, Instant> begunAt = new HashMap<>();
    private boolean isTried;
    private @Nullable Instant triedAt;

    /// @param own whether the offer is the user's own
    public OfferMovement(OfferPeople people, boolean own) {
        this.people = people;
        this.own = own;
    }

    static boolean isRunning(Transfer transfer) {
        return transfer.state() == TransferState.RUNNING;
    }

    boolean isMoving(Transfer transfer) {
        return isRunning(transfer) && !isAway(transfer);
    }

    boolean isAway(Transfer transfer) {
        return people.isAway(transfer.other().peer());
    }

    /// Whether this user blocked the other side.
    public boolean isBlocked(Transfer transfer) {
        return people.isBlocked(transfer.other().peer());
    }

    /// The person resumes it. The time is that of the next look, which follows at once.
    public void tried() {
        isTried = true;
    }

    /// When the person resumed it last, if nothing has come since; null for never.
    @Nullable
    Instant triedAt() {
        return triedAt;
    }

    /// These are seen running.
    public void seen(List<Transfer> transfers, Instant now) {
        if (isTried) triedAt = now;
        isTried = false;
        for (Transfer each : transfers) {
            if (!isMoving(each)) continue;
            String transfer = each.ids().transfer();
            if (standsAt.putIfAbsent(transfer, now.plus(STALLED_AFTER)) == null) begunAt.put(transfer, now);
        }
    }

    /// Bytes came.
    public void progress(Transfer of, long rate, Instant now) {
        rates.put(of.ids().transfer(), rate);
        triedAt = null;
        Instant begun = begunAt.remove(of.ids().transfer());
        Duration first = begun == null ? Duration.ZERO : Duration.between(begun, now);
        Instant stands = now.plus(Collections.max(List.of(secondAfter(first), stalledAfter(rate))));
        standsAt.put(of.ids().transfer(), stands);
        people.motion().moved(of.other().peer(), own, now, stands);
    }

    /// How long what moves at this rate may bring nothing before it is said to stand.
    static Duration stalledAfter(long rate) {
        if (rate <= 0) return STALLED_AFTER;
        long millis = CHUNKS_AWAITED * 1_000L * OfferBody.CHUNK_BYTES_MAX / rate;
        return Duration.ofMillis(Math.clamp(millis, STALLED_AFTER.toMillis(), STALLED_AFTER_MAX.toMillis()));
    }

    /// How long the second chunk is awaited at least, by what the first one took. The first rate is too high on a slow
    /// line: of the time before the first chunk it counts [TransferListener#RATE_WINDOW] alone.
    private static Duration secondAfter(Duration first) {
        if (first.compareTo(TransferListener.RATE_WINDOW) <= 0) return Duration.ZERO;
        return Collections.min(List.of(first.multipliedBy(CHUNKS_AWAITED), STALLED_AFTER_MAX));
    }

    /// What stands has no speed: nothing is told of it that would say so.
    public void forgetWhatStands(List<Transfer> transfers, Instant now) {
        List<String> moving = transfers.stream().filter(this::isMoving).map(each -> each.ids().transfer()).toList();
        standsAt.keySet().retainAll(moving);
        begunAt.keySet().retainAll(moving);
        rates.keySet().removeIf(each -> !standsAt.getOrDefault(each, now).isAfter(now));
    }

    boolean stalls(Instant now) {
        return standsAt.values().stream().noneMatch(stands -> stands.isAfter(now));
    }

    /// Whether other files move with one of these people, in the same direction.
    boolean waitsForTurn(List<Transfer> transfers, Instant now) {
        return transfers.stream()
                .anyMatch(each -> OfferSummary.isAccepted(each) && !isAway(each)
                        && people.motion().moves(each.other().peer(), own, now));
    }

    /// Bytes a second now, of all who take it.
    public long rate() {
        return rates.values().stream().mapToLong(Long::longValue).sum();
    }

    public long rate(Transfer of) {
        return rates.getOrDefault(of.ids().transfer(), 0L);
    }
}
