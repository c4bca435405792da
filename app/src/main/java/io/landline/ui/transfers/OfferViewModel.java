package io.landline.ui.transfers;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.picture.PictureSize;
import io.landline.ui.transfers.state.OfferAction;
import io.landline.ui.transfers.state.OfferFacts;
import io.landline.ui.transfers.state.OfferMovement;
import io.landline.ui.transfers.state.OfferPeople;
import io.landline.ui.transfers.state.OfferState;
import io.landline.ui.transfers.state.OfferState.Pauser;
import io.landline.ui.transfers.state.OfferSummary;
import io.landline.ui.transfers.state.OfferSwarm;
import io.landline.ui.transfers.state.OfferTransfers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One offer with all its transfers. Kept true by the [TransfersViewModel] that made it. Confined to the JavaFX thread.
public final class OfferViewModel {
    private final OfferFacts facts;
    private final OfferCommands commands;
    private final ReadOnlyObjectWrapper<OfferState> state = new ReadOnlyObjectWrapper<>(new OfferState.Loading());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final OfferPeople people;
    private final OfferMovement movement;
    private final OfferTransfers transfers;
    private final ReadOnlyLongWrapper told = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper openable = new ReadOnlyBooleanWrapper();
    private final OfferPicture picture;
    private boolean tooLarge;
    /// The file of which it was asked last whether it may be opened.
    private @Nullable Path looked;
    private OfferSwarm swarm = OfferSwarm.NONE;
    private boolean unfolded;
    private boolean offeredAgain;
    /// Whether it is older than offers stand.
    private boolean expired;
    private int cards;

    OfferViewModel(OfferFacts facts, OfferCommands commands, OfferPeople people) {
        this.people = people;
        movement = new OfferMovement(people, facts.own());
        transfers = new OfferTransfers(facts, people);
        this.facts = facts;
        this.commands = commands;
        picture = new OfferPicture(commands);
    }

    OfferFacts facts() {
        return facts;
    }

    ReadOnlyObjectProperty<OfferState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    OfferState state() {
        return state.get();
    }

    /// While a command of the person is on its way: its buttons wait.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Whether what arrived is one file that may be opened with a click.
    ReadOnlyBooleanProperty openableProperty() {
        return openable.getReadOnlyProperty();
    }

    /// The first ten files by the names under which they were saved, or are offered: somebody's text.
    List<String> names() {
        if (!(state.get() instanceof OfferState.Done done) || done.paths().isEmpty()) return facts.names();
        return done.paths().stream().map(path -> String.valueOf(path.getFileName())).toList();
    }

    /// Whether it is a picture that is too large to be shown on a card.
    boolean isTooLarge() {
        return tooLarge;
    }

    /// The picture in what arrived, or in what we offer.
    OfferPicture picture() {
        return picture;
    }

    /// Only for what a card shows: each look reads from the disk.
    private void look() {
        Path file = file();
        if (cards == 0 || facts.files() != 1 || !facts.isFiles() || file == null || file.equals(looked)) return;
        looked = file;
        commands.look(file, found -> {
            if (!file.equals(looked)) return;
            tooLarge = found.tooLarge();
            openable.set(found.opens());
            picture.found(file, found.picture());
        });
    }

    /// The first file that is on this computer and ours to show: arrived whole, or our own. Null for none.
    private @Nullable Path file() {
        List<Path> paths = files();
        return paths.isEmpty() ? null : paths.getFirst();
    }

    /// What may be dragged out to another program: all files and folders that stand on this computer, or none where not
    /// all of them are known.
    List<Path> files() {
        List<Path> paths = facts.own()
                ? transfers.paths()
                : state.get() instanceof OfferState.Done done ? done.paths() : List.of();
        boolean all = paths.size() < FileTransfers.PATHS_MAX || facts.isFiles() && facts.files() == paths.size();
        return all ? paths : List.of();
    }

    /// Shows the picture in large, if it may be opened.
    void viewPicture() {
        PictureSize size = picture.sizeProperty().get();
        if (!openable.get() || looked == null || size == null) return;
        commands.view(facts.conversation(), new PictureReel.Picture(facts.offer(), looked, size),
                picture::ask);
    }

    /// Who takes it, and how far each is.
    OfferTransfers transfers() {
        return transfers;
    }

    OfferPeople people() {
        return people;
    }

    /// Bytes a second of one movement now.
    long rate(Transfer of) {
        return movement.rate(of);
    }

    OfferSwarm swarm() {
        return swarm;
    }

    /// How the node helps others with what it has of this.
    void helping(NodeEvent.Helping news, Instant now) {
        swarm = swarm.withHelping(news.peers(), news.sent(), news.onSharedAir());
        told.set(told.get() + 1);
        if (!transfers.isEmpty()) show(now);
    }

    /// Grows with each thing that is told and is no part of the state: receivers, helpers.
    ReadOnlyLongProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Whether the card lists who takes it.
    boolean isUnfolded() {
        return unfolded;
    }

    void unfold(boolean now) {
        unfolded = now;
    }

    /// What the person can do now.
    Set<OfferAction> actions() {
        OfferAction end = facts.own() ? OfferAction.WITHDRAW : OfferAction.CANCEL;
        return switch (state.get()) {
            case OfferState.Asked _ when facts.files() > 1 -> EnumSet.of(OfferAction.ACCEPT, OfferAction.CHOOSE,
                    OfferAction.DECLINE);
            case OfferState.Asked _ -> EnumSet.of(OfferAction.ACCEPT, OfferAction.DECLINE);
            case OfferState.Blocked(var accepted) -> EnumSet.of(accepted ? OfferAction.CANCEL : OfferAction.DECLINE);
            case OfferState.Standing _, OfferState.Unreached _ -> EnumSet.of(OfferAction.WITHDRAW);
            case OfferState.Waiting _, OfferState.Away _, OfferState.Running _, OfferState.Stalled _ -> EnumSet
                    .of(OfferAction.PAUSE, end);
            case OfferState.Paused paused when isTheirs(paused) -> EnumSet.of(end);
            case OfferState.Paused paused when FailureReason.isOfTheFolder(paused.reason()) -> EnumSet
                    .of(OfferAction.RESUME, OfferAction.START_OVER, end);
            case OfferState.Paused _ -> EnumSet.of(OfferAction.RESUME, end);
            case OfferState.Done _ when canOfferAgain() && !transfers.failures().none() -> EnumSet
                    .of(OfferAction.OFFER_AGAIN);
            case OfferState.Over _ -> facts.own()
                    ? canOfferAgain() ? EnumSet.of(OfferAction.OFFER_AGAIN) : EnumSet.noneOf(OfferAction.class)
                    : canBeTakenAgain() ? EnumSet.of(OfferAction.RETRY) : EnumSet.noneOf(OfferAction.class);
            case OfferState.Done done when !done.paths().isEmpty() -> done(openable.get()
                    ? EnumSet.of(OfferAction.OPEN, OfferAction.SHOW)
                    : EnumSet.of(OfferAction.SHOW));
            case OfferState.Done _ -> done(EnumSet.noneOf(OfferAction.class));
            case OfferState.Loading _, OfferState.Expired _ -> EnumSet.noneOf(
                    OfferAction.class);
        };
    }

    /// With the rest, of which the person has taken a part alone.
    private Set<OfferAction> done(Set<OfferAction> possible) {
        Part part = transfers.part();
        boolean lacksRest = part != null && !part.isLast() && !expired && transfers.failures().none();
        if (lacksRest && transfers.all().stream().noneMatch(movement::isBlocked)) possible.add(OfferAction.TAKE_REST);
        return possible;
    }

    /// Whether it is our own and something may still come of it: then more can be added to it.
    boolean stands() {
        return facts.own() && state.get().isOpen();
    }

    /// Not what its sender cancelled, and not from somebody who is blocked.
    private boolean canBeTakenAgain() {
        return transfers.all().stream().noneMatch(movement::isBlocked)
                && !(state.get() instanceof OfferState.Over(var reason, _) && reason == FailureReason.CANCELLED);
    }

    /// Only once: the new offer has a card of its own.
    private boolean canOfferAgain() {
        return facts.own() && !offeredAgain && !transfers.isEmpty();
    }

    /// Whether it failed by itself, and another try may help: nobody declined or cancelled it, and its sender has it.
    boolean hasFailed() {
        if (transfers.isGoneAtSender()) return false;
        boolean wanted = state.get() instanceof OfferState.Over(var reason, _) && reason.isByAPerson();
        boolean isRest = actions().contains(OfferAction.TAKE_REST) && transfers.restFailed() != null;
        return isRest || !wanted
                && (actions().contains(OfferAction.RETRY) || actions().contains(OfferAction.OFFER_AGAIN));
    }

    /// What was not received is offered anew.
    void offeredAgain() {
        offeredAgain = facts.own();
        told.set(told.get() + 1);
    }

    /// Whether the other side alone can make it go on: it paused, or its disk is full.
    private boolean isTheirs(OfferState.Paused paused) {
        return paused.by() == Pauser.THEY || facts.own() && paused.reason() != null;
    }

    /// Does it, if it can be done now.
    void act(OfferAction action) {
        if (busy.get() || !actions().contains(action)) return;
        switch (action) {
            case ACCEPT -> each(this::isAsked, commands::accept);
            case CHOOSE -> each(this::isAsked, commands::choose);
            case DECLINE -> each(this::isAsked, commands::decline);
            case PAUSE -> each(OfferSummary::isAccepted, commands::pause);
            case RESUME -> {
                movement.tried();
                each(each -> each.state() == TransferState.PAUSED, commands::resume);
            }
            case START_OVER -> each(each -> each.state() == TransferState.PAUSED, commands::startOver);
            case RETRY, TAKE_REST, OFFER_AGAIN -> commands.retry(this, transfers.toRetry());
            case CANCEL -> each(each -> each.state().isOpen(), commands::cancel);
            case WITHDRAW -> commands.withdraw(this, facts.offer());
            case OPEN -> {
                if (looked != null) commands.open(looked);
            }
            case SHOW -> {
                if (state.get() instanceof OfferState.Done done) commands.show(done.paths().getFirst());
            }
        }
    }

    private boolean isAsked(Transfer transfer) {
        return transfer.state() == TransferState.OFFERED;
    }

    private void each(Predicate<Transfer> which, BiConsumer<OfferViewModel, List<String>> command) {
        command.accept(this, transfers.all().stream().filter(which).map(each -> each.ids().transfer()).toList());
    }

    void busy(boolean waits) {
        busy.set(waits);
    }

    /// What the node says of it now.
    void loaded(List<Transfer> found, Instant now) {
        transfers.read(found);
        movement.seen(transfers.all(), now);
        show(now);
    }

    /// Where it stands while no transfer of it has begun.
    void untaken(OfferState now) {
        state.set(now);
    }

    /// Somebody came or went.
    void peopleChanged(Instant now) {
        if (!transfers.isEmpty()) show(now);
    }

    /// Some time has passed.
    void tick(Instant now) {
        if (state.get().changesWithTime()) show(now);
    }

    /// Bytes arrived. False where that does not fit what is known: it has to be read anew.
    boolean progress(String transfer, long bytes, long rate, List<Fingerprint> from, Instant now) {
        Transfer moved = transfers.moved(transfer, bytes);
        if (moved == null) return false;
        if (!facts.own()) swarm = swarm.withFrom(from);
        boolean again = moved.progress().bytes() == bytes && movement.rate(moved) == rate;
        if (again && rate > 0) return true; // nothing has moved
        movement.progress(moved, rate, now);
        show(now);
        return true;
    }

    private void show(Instant now) {
        expired = facts.offered().plus(OfferBody.STANDS).isBefore(now);
        movement.forgetWhatStands(transfers.all(), now);
        told.set(told.get() + 1);
        state.set(OfferSummary.of(facts, transfers.all(), movement, now));
        look();
    }

    /// Bytes a second now, of all who take it.
    long rate() {
        return movement.rate();
    }

    /// A card shows it from now on.
    void attached() {
        cards++;
        look();
    }

    void detached() {
        cards--;
    }

    boolean isShown() {
        return cards > 0;
    }
}
