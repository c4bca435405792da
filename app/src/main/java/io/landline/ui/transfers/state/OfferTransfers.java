package io.landline.ui.transfers.state;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Fingerprint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The transfers of one offer, one for each receiver, and what they say together: who takes it, how much of it, and
/// what did not arrive. Somebody else's offer has at most one, ours. Confined to the JavaFX thread.
public final class OfferTransfers {
    private final OfferFacts facts;
    private final OfferPeople people;
    private List<Transfer> all = List.of();

    /// None until they are read.
    public OfferTransfers(OfferFacts facts, OfferPeople people) {
        this.facts = facts;
        this.people = people;
    }

    /// What the node says of them now.
    public void read(List<Transfer> found) {
        var known = new HashMap<String, Transfer>();
        for (Transfer each : all) known.put(each.ids().transfer(), each);
        all = found.stream().map(each -> notBefore(each, known.get(each.ids().transfer()))).toList();
    }

    /// An event may have told more than what was read from the node just before it.
    private static Transfer notBefore(Transfer read, @Nullable Transfer known) {
        if (known == null || !OfferMovement.isRunning(read) || !OfferMovement.isRunning(known)
                || known.progress().bytes() <= read.progress().bytes()) {
            return read;
        }
        return read.withBytes(known.progress().bytes());
    }

    /// An event told that this one moved.
    ///
    /// @param bytes that have arrived since its beginning
    /// @return the one that moved; null where none of that id runs: they have to be read anew
    public @Nullable Transfer moved(String transfer, long bytes) {
        for (Transfer each : all) {
            if (!each.ids().transfer().equals(transfer) || !OfferMovement.isRunning(each)) continue;
            all = all.stream()
                    .map(one -> one.ids().transfer().equals(transfer) ? one.withBytes(bytes) : one)
                    .toList();
            return each;
        }
        return null;
    }

    public List<Transfer> all() {
        return all;
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// The other side: a person's name, which is somebody's text, or `#room`; empty if it is not known yet.
    public String who() {
        if (!facts.own()) return facts.author();
        if (facts.toRoom()) return facts.conversation();
        return all.isEmpty() ? "" : all.getFirst().other().name();
    }

    /// Those of an own offer to a room; empty for any other offer.
    public List<Transfer> receivers() {
        return facts.own() && facts.toRoom() ? all : List.of();
    }

    /// Who is here and has accepted an own offer, and does not have all of it yet.
    public List<Fingerprint> takers() {
        if (!facts.own()) return List.of();
        return all.stream()
                .filter(OfferSummary::isAccepted)
                .map(each -> each.other().peer())
                .filter(peer -> !people.isAway(peer))
                .toList();
    }

    /// What of it is taken, where the person here chose less than all; else null.
    public @Nullable Part part() {
        if (facts.own() || all.isEmpty()) return null;
        Part taken = all.getFirst().taken();
        return taken.equals(all.getFirst().content().whole()) ? null : taken;
    }

    /// Where the files and folders of the first transfer stand on this computer.
    public List<Path> paths() {
        return all.isEmpty() ? List.of() : all.getFirst().paths();
    }

    /// The one person who decided about our offer, if that person has all of it: a name, somebody's text. Null for
    /// nobody or several.
    public @Nullable String onlyTaker() {
        boolean one = facts.own() && all.size() == 1 && OfferSummary.count(all, TransferState.DONE) == 1;
        return one ? all.getFirst().other().name() : null;
    }

    /// The one person who was asked to take our offer: a name, somebody's text. Null for nobody or several.
    public @Nullable String onlyAsked() {
        return facts.own() && all.size() == 1 ? all.getFirst().other().name() : null;
    }

    /// The one receiver of our offer who holds it up: a name, somebody's text. Null for nobody or several.
    public @Nullable String onlyPaused() {
        List<Transfer> paused = all.stream().filter(each -> each.state() == TransferState.PAUSED).toList();
        return facts.own() && paused.size() == 1 ? paused.getFirst().other().name() : null;
    }

    /// Files that their sender could not give any more while the others arrived; of several receivers the first.
    public FailedFiles failures() {
        for (Transfer each : all) if (!each.progress().failures().none()) return each.progress().failures();
        return FailedFiles.NONE;
    }

    /// Why the rest of what is here in part failed by itself; null for all others.
    public @Nullable FailureReason restFailed() {
        if (facts.own() || all.isEmpty() || all.getFirst().state() != TransferState.DONE) return null;
        return all.getFirst().progress().reason();
    }

    /// Whether it is somebody else's, and its sender said that it or its rest is gone or changed.
    public boolean isGoneAtSender() {
        FailureReason reason = facts.own() || all.isEmpty() ? null : all.getFirst().progress().reason();
        return reason != null && reason.isOfTheSource();
    }

    /// The id of the one that is tried again: an own offer goes to the whole conversation again. There must be one.
    public String toRetry() {
        return all.stream()
                .filter(each -> each.state() == TransferState.FAILED || !each.progress().failures().none())
                .findFirst()
                .orElseGet(all::getFirst)
                .ids()
                .transfer();
    }
}
