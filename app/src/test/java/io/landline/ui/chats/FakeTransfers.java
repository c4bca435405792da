package io.landline.ui.chats;

import io.landline.filetransfer.OfferListing;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.HandIns;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.Subscription;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import io.landline.ui.transfers.FakeHandIns;
import io.landline.ui.transfers.FakeShelves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Transfers that the test puts there.
public final class FakeTransfers implements FileTransfers {
    final List<Transfer> all = new ArrayList<>();
    final FakeShelves shelves = new FakeShelves();
    public final FakeHandIns handIns = new FakeHandIns();

    @Override
    public ShelfCommands shelves() {
        return shelves;
    }

    @Override
    public HandIns handIns() {
        return handIns;
    }

    @Override
    public List<Transfer> recent() {
        return List.copyOf(all);
    }

    @Override
    public List<UnreachedOffer> unreached() {
        return List.of();
    }

    @Override
    public Set<String> offeredAgain(List<String> offers) {
        return Set.of();
    }

    @Override
    public Set<String> withdrawn(List<String> offers) {
        return Set.of();
    }

    @Override
    public List<Transfer> open() {
        throw new AssertionError("windows show the recent ones");
    }

    @Override
    public List<Transfer> ofOffers(List<String> offers) {
        return all.stream().filter(each -> offers.contains(each.ids().offer())).toList();
    }

    @Override
    public List<Path> held(String offer) {
        throw new AssertionError("the sheet asks for it, and has tests of its own");
    }

    @Override
    public void accept(String transfer, List<String> only) {
        accept(transfer);
    }

    @Override
    public void accept(String transfer) {
        throw new AssertionError("cards accept, and have tests of their own");
    }

    @Override
    public boolean look(String transfer) {
        throw new AssertionError("cards look, and have tests of their own");
    }

    @Override
    public OfferListing listing(String offer, List<String> folder) {
        throw new AssertionError("cards look, and have tests of their own");
    }

    @Override
    public void decline(String transfer) {
        throw new AssertionError("cards decline, and have tests of their own");
    }

    @Override
    public void pause(String transfer) {
        throw new AssertionError("cards pause, and have tests of their own");
    }

    @Override
    public void resume(String transfer) {
        throw new AssertionError("cards resume, and have tests of their own");
    }

    @Override
    public void cancel(String transfer) {
        throw new AssertionError("cards cancel, and have tests of their own");
    }

    @Override
    public Subscription limit(Direction direction, long bytesPerSecond) {
        throw new AssertionError("the page of files limits, and has tests of its own");
    }

    @Override
    public long limit(Direction direction) {
        return 0;
    }

    @Override
    public Retried retry(String transfer) {
        return new Retried(1, null, List.of());
    }

    @Override
    public Retried retryFailed() {
        return new Retried(0, null, List.of());
    }

    @Override
    public void withdraw(String offer) {
        throw new AssertionError("cards withdraw, and have tests of their own");
    }
}
