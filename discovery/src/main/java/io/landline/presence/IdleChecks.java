package io.landline.presence;

import io.landline.presence.packet.Packet.Announcement;
import java.time.Duration;
import java.util.function.Consumer;

/// Rows that were listed unchecked get their check when there is time; a forged one goes. Confined to the presence
/// thread.
final class IdleChecks {
    /// A newcomer's first moment has better things to do.
    static final Duration AFTER = Duration.ofSeconds(1);

    private final PeerTable table;
    private final SignatureChecks checks;
    private final PresenceListener listener;
    private final Consumer<PeerRow> forged;
    private Duration dueAt = ReplyQueue.NEVER;

    /// @param forged takes a row off the list when its signature does not hold
    IdleChecks(PeerTable table, SignatureChecks checks, PresenceListener listener, Consumer<PeerRow> forged) {
        this.table = table;
        this.checks = checks;
        this.listener = listener;
        this.forged = forged;
    }

    /// A row is listed unchecked.
    void plan(Duration uptime) {
        Duration soon = uptime.plus(AFTER);
        if (soon.compareTo(dueAt) < 0) dueAt = soon;
    }

    void run(Duration uptime) {
        if (dueAt.compareTo(uptime) > 0) return;
        dueAt = ReplyQueue.NEVER;
        for (PeerRow row : table.rows()) {
            if (row.isChecked() || row.idleCheckPlanned) continue;
            row.idleCheckPlanned = offer(row, row.said());
            if (!row.idleCheckPlanned) dueAt = uptime.plus(AFTER);
        }
    }

    private boolean offer(PeerRow row, Announcement said) {
        return checks.offer(row.listedFrom.address(), said.proof(), valid -> {
            if (table.get(row.peer) != row || row.isChecked()) return;
            if (!valid) {
                forged.accept(row);
            } else if (row.prove(said)) {
                listener.changed(row.sighting());
            }
        });
    }

    Duration dueAt() {
        return dueAt;
    }
}
