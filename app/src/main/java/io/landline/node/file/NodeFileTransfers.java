package io.landline.node.file;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.SpeedLimits;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.HandIns;
import io.landline.node.port.Reason;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.Subscription;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/// Transfers from the database, the open ones as they are this moment. Keeps nothing of its own. Any thread; waits for
/// the disk.
public final class NodeFileTransfers implements FileTransfers {
    private final TransferHistory history;
    private final Transfers transfers;
    private final TransferList list;
    private final HandIns handIns;
    private final ShelfCommands shelves;
    private final SpeedLimits limits;
    private final TransferRetries retries;
    private final BlockedPeers blocked;
    private final Supplier<List<UnreachedOffer>> unreached;

    public NodeFileTransfers(TransferHistory history, Transfers transfers, TransferList list, TransferRetries retries,
            Supplier<List<UnreachedOffer>> unreached, SpeedLimits limits, BlockedPeers blocked, HandIns handIns,
            ShelfCommands shelves) {
        this.history = history;
        this.transfers = transfers;
        this.list = list;
        this.retries = retries;
        this.unreached = unreached;
        this.limits = limits;
        this.blocked = blocked;
        this.handIns = handIns;
        this.shelves = shelves;
    }

    @Override
    public HandIns handIns() {
        return handIns;
    }

    @Override
    public ShelfCommands shelves() {
        return shelves;
    }

    @Override
    public List<Transfer> recent() {
        Map<TransferId, TransferView> live = live(); // first: what ends meanwhile is over in the database
        return list.of(history.recent(RECENT_MAX, PATHS_MAX), live);
    }

    @Override
    public List<UnreachedOffer> unreached() {
        return unreached.get();
    }

    @Override
    public List<Transfer> open() {
        Map<TransferId, TransferView> live = live();
        Map<TransferId, Past> known = new HashMap<>();
        List<EntryId> offers = live.values().stream().map(TransferView::offer).distinct().toList();
        for (Past past : history.ofOffers(offers, PATHS_MAX)) known.put(past.transfer().id(), past);
        return list.of(live.keySet().stream().map(known::get).filter(Objects::nonNull).toList(), live);
    }

    @Override
    public List<Transfer> ofOffers(List<String> offers) {
        List<EntryId> ids = ids(offers);
        if (ids.isEmpty()) return List.of();
        Map<TransferId, TransferView> live = live();
        return list.of(history.ofOffers(ids, PATHS_MAX), live);
    }

    @Override
    public Set<String> withdrawn(List<String> offers) {
        return history.withdrawn(ids(offers)).stream().map(EntryId::hex).collect(Collectors.toSet());
    }

    @Override
    public Set<String> offeredAgain(List<String> offers) {
        return retries.offeredAgain(ids(offers)).stream().map(EntryId::hex).collect(Collectors.toSet());
    }

    private static List<EntryId> ids(List<String> offers) {
        return offers.stream()
                .filter(hex -> isId(hex, EntryId.BYTES))
                .map(hex -> EntryId.of(HexFormat.of().parseHex(hex)))
                .toList();
    }

    @Override
    public List<Path> held(String offer) {
        if (!isId(offer, EntryId.BYTES)) return List.of();
        return new CompleteOffers(history).of(EntryId.of(HexFormat.of().parseHex(offer)));
    }

    private Map<TransferId, TransferView> live() {
        var live = new LinkedHashMap<TransferId, TransferView>();
        for (TransferView view : transfers.open()) live.put(view.transfer(), view);
        return live;
    }

    @Override
    public void accept(String transfer) throws CommandException {
        act(transfer, id -> {
            requireWanted(id);
            transfers.accept(id);
        });
    }

    @Override
    public void accept(String transfer, List<String> only) throws CommandException {
        Choice choice;
        try {
            choice = Choice.of(only);
        } catch (PatternSyntaxException e) {
            throw new CommandException(Code.MALFORMED, "This is no pattern of names: " + e.getPattern() + ".");
        }
        act(transfer, id -> {
            requireWanted(id);
            transfers.accept(id, choice);
        });
    }

    @Override
    public boolean look(String transfer) throws CommandException {
        try {
            return transfers.look(TransferId.of(bytes(transfer, TransferId.BYTES))).get();
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause()); // it ends with an answer
        }
    }

    @Override
    public OfferListing listing(String offer, List<String> folder) throws CommandException {
        try {
            return transfers.listing(EntryId.of(bytes(offer, EntryId.BYTES)), folder);
        } catch (IOException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void decline(String transfer) throws CommandException {
        act(transfer, transfers::decline);
    }

    @Override
    public void pause(String transfer) throws CommandException {
        act(transfer, id -> {
            requireAccepted(id, EnumSet.of(Direction.IN));
            transfers.pause(id);
        });
    }

    @Override
    public void resume(String transfer) throws CommandException {
        act(transfer, id -> {
            requireWanted(id);
            requireAccepted(id, EnumSet.allOf(Direction.class));
            transfers.resume(id);
        });
    }

    @Override
    public void cancel(String transfer) throws CommandException {
        act(transfer, transfers::cancel);
    }

    @Override
    public Subscription limit(Direction direction, long bytesPerSecond) {
        return limits.limit(direction, bytesPerSecond)::close;
    }

    @Override
    public long limit(Direction direction) {
        return limits.bytesPerSecond(direction);
    }

    @Override
    public Retried retry(String transfer) throws CommandException {
        return retries.retry(TransferId.of(bytes(transfer, TransferId.BYTES)));
    }

    @Override
    public Retried retryFailed() {
        return retries.retryFailed();
    }

    @Override
    public void withdraw(String offer) throws CommandException {
        try {
            transfers.cancel(EntryId.of(bytes(offer, EntryId.BYTES)));
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Action {
        void on(TransferId transfer) throws NoSuchTransferException, CommandException;
    }

    /// Refuses to take files of a person that this user blocked.
    private void requireWanted(TransferId transfer) throws CommandException {
        TransferView open = live().get(transfer);
        if (open != null) requireWanted(blocked, open.direction(), open.peer());
    }

    /// Refuses what would be without effect as long as the receiver has not decided.
    private void requireAccepted(TransferId transfer, Set<Direction> directions) throws CommandException {
        TransferView open = live().get(transfer);
        if (open != null && open.state() == TransferState.OFFERED && directions.contains(open.direction())) {
            throw new CommandException(Code.NOT_POSSIBLE, open.direction() == Direction.IN
                    ? "That transfer is not accepted yet. landline receive takes it, landline transfers decline turns"
                            + " it down."
                    : "That transfer is not accepted yet. Its receiver decides.");
        }
    }

    /// @param direction of what is to be taken, or goes on
    static void requireWanted(BlockedPeers blocked, Direction direction, Fingerprint peer) throws CommandException {
        if (direction == Direction.IN && blocked.contains(peer)) {
            throw new CommandException(Code.NOT_POSSIBLE, Reason.OFFERER_BLOCKED,
                    "You have blocked the person who offers this. Nothing of it comes until you unblock them.");
        }
    }

    private static void act(String hex, Action action) throws CommandException {
        try {
            action.on(TransferId.of(bytes(hex, TransferId.BYTES)));
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isId(String hex, int bytes) {
        return hex.length() == 2 * bytes && hex.chars().allMatch(HexFormat::isHexDigit);
    }

    private static byte[] bytes(String hex, int count) throws CommandException {
        if (!isId(hex, count)) {
            throw new CommandException(Code.NO_TRANSFER,
                    "There is no transfer or offer of that id: an id has " + 2 * count + " hex digits.");
        }
        return HexFormat.of().parseHex(hex);
    }
}
