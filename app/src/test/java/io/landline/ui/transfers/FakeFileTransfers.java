package io.landline.ui.transfers;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.HandIns;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.Subscription;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.session.EndReason;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Transfers in memory, newest first. As strict as the node: what is over takes no command.
public final class FakeFileTransfers implements FileTransfers {
    /// Of each offer that is complete here.
    public final Map<String, List<Path>> held = new HashMap<>();
    private final Map<String, Transfer> all = new LinkedHashMap<>();
    private final List<NodeWatcher> watchers = new CopyOnWriteArrayList<>();
    final List<String> told = new ArrayList<>();
    /// Whether an old one is left out of [#recent].
    Predicate<Transfer> isRecent = _ -> true;
    int loads;
    /// What another program set.
    long otherLimit;
    /// Whether who offers something answers.
    boolean reachable = true;
    /// What is in all offers, by the paths of their folders.
    final Map<String, OfferListing> folders = new HashMap<>();
    /// Folders whose items were read.
    final List<String> listed = new ArrayList<>();
    int offersAsked;
    /// Is run after each look at what has reached nobody.
    Runnable looked = () -> {};
    /// Own offers that have reached nobody.
    final List<UnreachedOffer> unreached = new ArrayList<>();
    private final Set<String> withdrawn = new HashSet<>();
    /// Own offers that were made again before this start.
    final Set<String> offeredAgain = new HashSet<>();
    public final FakeHandIns handIns = new FakeHandIns();
    public final FakeShelves shelves = new FakeShelves();

    @Override
    public ShelfCommands shelves() {
        return shelves;
    }

    @Override
    public HandIns handIns() {
        return handIns;
    }

    public void has(Transfer transfer) {
        all.put(transfer.ids().transfer(), transfer);
    }

    /// It stands otherwise from now on; nobody is told.
    void becomes(String transfer, UnaryOperator<Transfer> change) {
        all.compute(transfer, (_, known) -> change.apply(known));
    }

    Subscription watch(NodeWatcher watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    int watchers() {
        return watchers.size();
    }

    void publish(NodeEvent event) {
        for (NodeWatcher watcher : watchers) watcher.take(event, Instant.EPOCH);
    }

    /// Tells of bytes, as a node does.
    void progress(String transfer, long bytes, long rate) {
        progress(transfer, bytes, rate, List.of());
    }

    void progress(String transfer, long bytes, long rate, List<Fingerprint> from) {
        Transfer known = all.get(transfer);
        publish(new NodeEvent.Progress(id(known), bytes, known.content().bytes(), rate, from));
    }

    void offered(String transfer) {
        Transfer known = all.get(transfer);
        publish(new NodeEvent.Offered(id(known), known.other().name(), known.ids().conversation(),
                known.content().names(), known.content().files(), known.content().folders(),
                known.content().bytes()));
    }

    void pausedByPeer(String transfer) {
        becomes(transfer, FakeFileTransfers::pausedByPeer);
        publish(new NodeEvent.TransferPaused(id(all.get(transfer)), true));
    }

    /// The session with the other side of this one is over.
    void gone(String transfer) {
        closed(transfer, EndReason.CLOSED);
    }

    void replaced(String transfer) {
        closed(transfer, EndReason.REPLACED);
    }

    private void closed(String transfer, EndReason reason) {
        Other other = all.get(transfer).other();
        publish(new NodeEvent.SessionClosed(other.peer(), other.name(), "127.0.0.1:5263", reason));
    }

    void back(String transfer) {
        Other other = all.get(transfer).other();
        publish(new NodeEvent.SessionOpened(other.peer(), other.name(), "127.0.0.1:5263"));
    }

    private static TransferId id(Transfer transfer) {
        return new TransferId(transfer.ids().offer(), transfer.ids().transfer(), transfer.other().peer(),
                transfer.direction());
    }

    @Override
    public List<Transfer> recent() {
        loads++;
        return all.values().stream().filter(isRecent).toList();
    }

    @Override
    public List<UnreachedOffer> unreached() {
        List<UnreachedOffer> seen = List.copyOf(unreached);
        looked.run();
        return seen;
    }

    @Override
    public Set<String> offeredAgain(List<String> offers) {
        return offers.stream().filter(offeredAgain::contains).collect(Collectors.toSet());
    }

    @Override
    public Set<String> withdrawn(List<String> offers) {
        return offers.stream().filter(withdrawn::contains).collect(Collectors.toSet());
    }

    @Override
    public List<Transfer> open() {
        throw new AssertionError("windows show the recent ones");
    }

    @Override
    public List<Transfer> ofOffers(List<String> offers) {
        offersAsked += offers.size();
        return all.values().stream().filter(each -> offers.contains(each.ids().offer())).toList();
    }

    @Override
    public List<Path> held(String offer) {
        return held.getOrDefault(offer, List.of());
    }

    @Override
    public void accept(String transfer, List<String> only) throws CommandException {
        told.add("only " + only);
        accept(transfer);
    }

    @Override
    public boolean look(String transfer) {
        return reachable;
    }

    @Override
    public OfferListing listing(String offer, List<String> folder) {
        String path = String.join("/", folder);
        listed.add(path);
        return folders.get(path);
    }

    @Override
    public void accept(String transfer) throws CommandException {
        command("accept", transfer, TransferState.WAITING);
    }

    @Override
    public void decline(String transfer) throws CommandException {
        command("decline", transfer, TransferState.FAILED);
    }

    @Override
    public void pause(String transfer) throws CommandException {
        command("pause", transfer, TransferState.PAUSED);
    }

    @Override
    public void resume(String transfer) throws CommandException {
        command("resume", transfer, TransferState.WAITING);
    }

    @Override
    public void cancel(String transfer) throws CommandException {
        command("cancel", transfer, TransferState.FAILED);
    }

    @Override
    public Subscription limit(Direction direction, long bytesPerSecond) {
        told.add("limit " + direction + " " + bytesPerSecond);
        return () -> told.add("no limit " + direction + " " + bytesPerSecond);
    }

    @Override
    public long limit(Direction direction) {
        return otherLimit;
    }

    @Override
    public Retried retry(String transfer) {
        told.add("retry " + transfer);
        Transfer known = all.get(transfer);
        if (known.direction() == Direction.OUT) return new Retried(1, "again", List.of());
        becomes(transfer, each -> in(each, TransferState.WAITING, null));
        return new Retried(1, null, List.of());
    }

    @Override
    public Retried retryFailed() {
        told.add("retry all");
        return new Retried(2, null, List.of());
    }

    @Override
    public void withdraw(String offer) throws CommandException {
        told.add("withdraw " + offer);
        withdrawn.add(offer);
        unreached.removeIf(each -> each.offer().equals(offer));
        for (Transfer each : List.copyOf(all.values())) {
            if (each.ids().offer().equals(offer) && each.state().isOpen()) {
                becomes(each.ids().transfer(), known -> in(known, TransferState.FAILED, FailureReason.CANCELLED));
            }
        }
    }

    private void command(String word, String transfer, TransferState next) throws CommandException {
        told.add(word + " " + transfer);
        Transfer known = all.get(transfer);
        if (known == null || !known.state().isOpen()) {
            throw new CommandException(Code.NO_TRANSFER, "There is no open transfer.");
        }
        FailureReason reason = next == TransferState.FAILED
                ? (word.equals("decline") ? FailureReason.DECLINED : FailureReason.CANCELLED)
                : null;
        boolean byReceiver = reason == FailureReason.CANCELLED && known.direction() == Direction.IN;
        becomes(transfer, each -> byReceiver ? cancelledByReceiver(each) : in(each, next, reason));
    }

    static Transfer in(Transfer known, TransferState state, FailureReason reason) {
        return with(known, state, reason, known.progress().bytes(), known.paths());
    }

    static Transfer with(Transfer known, TransferState state, FailureReason reason, long bytes, List<Path> paths) {
        return new Transfer(known.ids(), known.direction(), known.other(), known.content(), known.taken(),
                new Progress(state, bytes, reason, false), known.offered(), paths);
    }

    static Transfer cancelledByReceiver(Transfer known) {
        return in(known, TransferState.FAILED, FailureReason.CANCELLED_BY_RECEIVER);
    }

    static Transfer withoutFolder(Transfer known, String missing) {
        return PlainRecords.transfer(known.ids(), known.direction(), known.other(), known.content(),
                new Progress(TransferState.PAUSED, known.progress().bytes(), FailureReason.NO_PERMISSION, false, true,
                        FailedFiles.NONE, missing, 0),
                known.offered(), known.paths());
    }

    static Transfer withoutSpace(Transfer known, long missing) {
        return PlainRecords.transfer(known.ids(), known.direction(), known.other(), known.content(),
                new Progress(TransferState.PAUSED, known.progress().bytes(), FailureReason.DISK_FULL, false, true,
                        FailedFiles.NONE, null, missing),
                known.offered(), known.paths());
    }

    static Transfer pausedByBoth(Transfer known) {
        return PlainRecords.transfer(known.ids(), known.direction(), known.other(), known.content(),
                new Progress(TransferState.PAUSED, known.progress().bytes(), null, true, true, FailedFiles.NONE,
                        null, 0),
                known.offered(), known.paths());
    }

    static Transfer pausedByPeer(Transfer known) {
        return PlainRecords.transfer(known.ids(), known.direction(), known.other(), known.content(),
                new Progress(TransferState.PAUSED, known.progress().bytes(), null, true), known.offered(),
                known.paths());
    }

}
