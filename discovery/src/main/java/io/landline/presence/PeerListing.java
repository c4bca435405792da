package io.landline.presence;

import io.landline.peer.LeaveReason;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Leave;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;

/// What the packets of others change in the [PeerTable]: who is listed and with what, and who goes. A stranger is
/// listed on its word alone; what changes a listed peer waits until its signature was checked. The listener is told of
/// each change. Confined to the presence thread.
final class PeerListing {
    /// While a row is this new, no signature is checked for one more address: a crowd that meets a newcomer has answers
    /// to send.
    static final Duration NEW_FOR = Duration.ofMillis(300);

    private final PeerTable table;
    private final SignatureChecks checks;
    private final IdleChecks idle;
    private final SilenceWatch silence;
    private final PresenceListener listener;
    private final int sharedPort;
    private final Supplier<Duration> uptime;
    private boolean ended;

    /// @param uptime the time that presence was told last
    PeerListing(PeerTable table, SignatureChecks checks, IdleChecks idle, SilenceWatch silence,
            PresenceListener listener, int sharedPort, Supplier<Duration> uptime) {
        this.table = table;
        this.checks = checks;
        this.idle = idle;
        this.silence = silence;
        this.listener = listener;
        this.sharedPort = sharedPort;
        this.uptime = uptime;
    }

    void hear(Announcement said, InetSocketAddress from) {
        PeerRow row = table.get(said.peer());
        if (row == null) {
            if (table.mayTake(said.peer(), now())) list(said, from, false);
            return;
        }
        if (isOld(said, row)) return;
        if (row.isProvenBy(said.proof())) {
            take(said, from);
            return;
        }
        boolean sameState = said.run() == row.run() && said.seq() == row.seq()
                && said.state().equals(row.said().state());
        if (sameState && row.knows(from.getAddress())) {
            hear(row, from, said.next());
            return;
        }
        // one state has one content
        if (row.isChecked() && said.run() == row.run() && said.seq() == row.seq() && !sameState) return;
        // A newcomer's burst comes by each of its addresses; the later ones of the burst are soon enough for the check.
        if (sameState && now().minus(row.listedAt).compareTo(NEW_FOR) < 0) return;
        takeIfValid(said, from);
    }

    /// Whether a checked row has something newer already.
    private static boolean isOld(Announcement said, PeerRow row) {
        return row.isChecked() && (said.run() < row.run() || said.run() == row.run() && said.seq() < row.seq());
    }

    private void takeIfValid(Announcement said, InetSocketAddress from) {
        checks.offer(from.getAddress(), said.proof(), valid -> {
            if (valid) take(said, from);
        });
    }

    /// @param checked whether its signature is known to be valid
    private void list(Announcement said, InetSocketAddress from, boolean checked) {
        var row = new PeerRow(said, from, sharedPort, checked, now());
        var admission = table.admit(row, now());
        admission.evicted().ifPresent(evicted -> listener.left(evicted.peer, LeaveReason.SILENT));
        if (admission.listed()) {
            listener.appeared(row.sighting());
            hear(row, from, said.next());
            silence.watch(row);
            if (!checked) idle.plan(now());
        } else if (!checked && table.mayTake(row.peer, now())) {
            takeIfValid(said, from);
        }
    }

    /// Takes an announcement with a valid signature.
    private void take(Announcement said, InetSocketAddress from) {
        if (ended || table.hasLeft(said.peer(), said.run())) return;
        PeerRow row = table.get(said.peer());
        if (row == null) {
            list(said, from, true);
            return;
        }
        if (isOld(said, row)) return;
        boolean newRun = said.run() != row.run();
        boolean news = row.prove(said);
        news |= row.addPlace(from, now());
        row.hear(from, said.next(), now());
        if (newRun) {
            listener.restarted(row.sighting());
        } else if (news) {
            listener.changed(row.sighting());
        }
        hear(row, from, said.next());
    }

    void hear(Leave leave, InetSocketAddress from) {
        PeerRow row = table.get(leave.peer());
        if (row == null || leave.run() < row.run()
                || row.isChecked() && leave.run() == row.run() && leave.seq() < row.seq()) {
            return;
        }
        checks.offer(from.getAddress(), leave.proof(), valid -> {
            PeerRow listed = table.get(leave.peer());
            if (!valid || listed == null || leave.run() < listed.run()) return;
            table.noteLeft(leave.peer(), leave.run());
            remove(listed, LeaveReason.LEAVE);
        });
    }

    /// A packet of a listed peer's present run came: a sign of life.
    ///
    /// @param next when the peer speaks again, as it says
    void hear(PeerRow row, InetSocketAddress from, Duration next) {
        table.hear(row, from, next, now());
        silence.heard(row);
        if (row.claimHeard(now())) listener.heard(row.peer, from.getAddress());
    }

    /// Takes a peer off the list as silent.
    void lose(PeerRow row) {
        remove(row, LeaveReason.SILENT);
    }

    /// Takes a row off the list: no valid signature stands behind it.
    void refuse(PeerRow row) {
        remove(row, LeaveReason.FORGED);
    }

    private void remove(PeerRow row, LeaveReason reason) {
        table.remove(row);
        listener.left(row.peer, reason);
    }

    /// We have said good-bye: no announcement is taken any more.
    void end() {
        ended = true;
    }

    private Duration now() {
        return uptime.get();
    }
}
