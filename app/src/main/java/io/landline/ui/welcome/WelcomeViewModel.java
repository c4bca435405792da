package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Subscription;
import io.landline.peer.RoomName;
import io.landline.room.JoinLink;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The first minute: a name, then a room, created or joined. JavaFX thread.
final class WelcomeViewModel implements AutoCloseable {
    private final PageContext context;
    private final Texts texts;
    private final Consumer<OwnRoom> entered;
    private final OwnNameViewModel ownName;
    private final NewRoomViewModel newRoom;
    private final JoinRoomViewModel joinRoom;
    private final OpenRoomViewModel openRoom;
    private final TrialViewModel trial;
    private final @Nullable OwnRoom corrected;
    private final RoomDraft draft;
    private final ReadOnlyObjectWrapper<FieldNote> problem = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<WelcomeStep> step = new ReadOnlyObjectWrapper<>(new WelcomeStep.Choosing());
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper entering = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper joinFirst = new ReadOnlyBooleanWrapper();
    private final Arrivals arrivals = new Arrivals();
    private final Refresh<List<RoomAbout>> about;
    private final Subscription events;
    private boolean closed;
    /// What stands in the fields is not wanted again: it was done, or given up.
    private boolean settled;

    /// @param first whether the name is asked for as well
    /// @param corrected a room of ours with words that are to be set right; null where another one is wanted
    /// @param draft what was typed before; it is not used for a room that is corrected
    /// @param entered is told the room that was joined, or created and seen
    WelcomeViewModel(PageContext context, boolean first, @Nullable OwnRoom corrected, RoomDraft draft,
            Consumer<OwnRoom> entered) {
        this.context = context;
        this.corrected = corrected;
        this.draft = draft;
        this.entered = room -> {
            settled = true;
            entered.accept(room);
        };
        texts = context.texts(WelcomeViewModel.class);
        ownName = new OwnNameViewModel(texts, first);
        newRoom = new NewRoomViewModel(context, texts);
        joinRoom = new JoinRoomViewModel(texts);
        openRoom = new OpenRoomViewModel(texts);
        trial = new TrialViewModel(context, texts);
        working.bind(entering.or(trial.running()));
        about = new Refresh<>(context.background(), context.node().contacts()::roomsAbout, this::show);
        events = context.node().watch().apply((event, _) -> {
            if (corrected == null && tellsOfRooms(event)) about.changed();
            if (event instanceof NodeEvent.Joined joined) context.fx().post(() -> joined(joined));
        });
        if (corrected == null) {
            draft.moveTo(this);
            about.changed();
        } else {
            settled = true;
            joinRoom.name().set(corrected.name());
            joinRoom.words().set(corrected.words() == null ? "" : corrected.words());
        }
        if (first) {
            context.background()
                    .run(context.node().preferences()::chosen, chosen -> ownName.suggest(chosen.name()), this::failed);
        }
    }

    private static boolean tellsOfRooms(NodeEvent event) {
        return event instanceof NodeEvent.PeerAppeared || event instanceof NodeEvent.PeerChanged
                || event instanceof NodeEvent.PeerLeft || event instanceof NodeEvent.SessionOpened
                || event instanceof NodeEvent.Ready;
    }

    private void show(List<RoomAbout> rooms) {
        // not under the hands of somebody who types what to create or to join
        boolean isTyped = !newRoom.name().get().isEmpty() || joinRoom.isBegun();
        joinRoom.show(rooms);
        if (!joinRoom.about().isEmpty() && !isTyped) joinFirst.set(true);
        openRoom.show(rooms);
    }

    /// Somebody is in a room with us.
    private void joined(NodeEvent.Joined joined) {
        boolean shown = step.get() instanceof WelcomeStep.Created created
                && created.room().label().equals(joined.room());
        if (shown) arrivals.add(joined.peer(), joined.name());
    }

    /// Of the room that was created.
    Arrivals arrivals() {
        return arrivals;
    }

    OwnNameViewModel ownName() {
        return ownName;
    }

    NewRoomViewModel newRoom() {
        return newRoom;
    }

    JoinRoomViewModel joinRoom() {
        return joinRoom;
    }

    OpenRoomViewModel openRoom() {
        return openRoom;
    }

    TrialViewModel trial() {
        return trial;
    }

    /// Whether joining stands before creating: others here are in a room.
    ReadOnlyBooleanProperty joinFirst() {
        return joinFirst.getReadOnlyProperty();
    }

    /// What went wrong with the whole.
    ReadOnlyObjectProperty<FieldNote> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WelcomeStep> step() {
        return step.getReadOnlyProperty();
    }

    /// A key is being stretched, which takes 0.3 s, or words are tried.
    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /// A room is being created or entered, which cannot be given up any more.
    ReadOnlyBooleanProperty entering() {
        return entering.getReadOnlyProperty();
    }

    /// Creates the room, but asks first where one of that name is here already.
    void create() {
        boolean named = ownName.check(true);
        if (!newRoom.check(true) || !named || newRoom.words().get().isEmpty()) return;
        String room = newRoom.cleaned().value();
        String words = newRoom.words().get();
        String person = ownName.chosen();
        work(() -> {
            WelcomeStep question = TakenName.question(context.node(), new RoomName(room));
            return question != null ? question : new WelcomeStep.Created(creating(person, room, words));
        }, step::set, this::tell);
    }

    /// It was asked, and another room of that name is wanted.
    void createAnother() {
        String room = newRoom.cleaned().value();
        String words = newRoom.words().get();
        String person = ownName.chosen();
        work(() -> new WelcomeStep.Created(creating(person, room, words)), step::set, this::tell);
    }

    /// Fills in the form with what a link says. A trial that goes on is given up.
    void fill(JoinLink link) {
        if (trial.running().get()) trial.giveUp();
        back();
        joinRoom.name().set(link.room().value());
        joinRoom.words().set(link.words().words());
        joinFirst.set(true);
    }

    void tellOfBrokenLink() {
        problem.set(FieldNote.bad(texts.get("words.link")));
    }

    /// It was asked, and the room that is there is wanted: its words are needed.
    void joinInstead() {
        if (step.get() instanceof WelcomeStep.AskingToJoin asking) joinRoom.name().set(asking.name());
        back();
    }

    void back() {
        problem.set(FieldNote.NOTHING);
        step.set(new WelcomeStep.Choosing());
    }

    /// Tries the words with the people who are here. The room is there only once they are right.
    void join() {
        boolean named = ownName.check(true);
        boolean fits = joinRoom.checkName(true);
        if (!joinRoom.checkWords() || !fits || !named || working.get()) return;
        String room = CheckedName.ofRoom(joinRoom.name().get()).value();
        String words = joinRoom.words().get();
        String person = ownName.chosen();
        String insteadOf = corrected == null ? null : corrected.key();
        problem.set(FieldNote.NOTHING);
        trial.begin(watcher -> () -> {
            rename(person);
            return context.node().rooms().tryToJoin(room, words, insteadOf, watcher);
        }, this::tried, this::failed);
    }

    /// The unknown words are meant so.
    void joinAllTheSame() {
        joinRoom.acceptWords();
        join();
    }

    private void tried(TrialResult result) {
        if (closed) return;
        switch (result) {
            case TrialResult.Joined joined -> entered.accept(joined.room());
            case TrialResult.WordsDiffer differ -> joinRoom.refused(trial.differ(differ.people()));
            case TrialResult.NobodyHere() -> askToKeep(List.of());
            case TrialResult.NoAnswer none -> askToKeep(none.people());
            case TrialResult.Failed(RuntimeException why) -> // the room may be there already
                    problem.set(FieldNote.bad(ErrorMessages.sentence(context.language(), why)));
        }
    }

    private void askToKeep(List<String> people) {
        step.set(new WelcomeStep.AskingToKeep(CheckedName.ofRoom(joinRoom.name().get()).value(), people));
    }

    /// It was asked, and the room is wanted though its words could not be checked.
    void keep() {
        String room = CheckedName.ofRoom(joinRoom.name().get()).value();
        String words = joinRoom.words().get();
        OwnRoom before = corrected;
        work(() -> {
            OwnRoom kept = entering(null, room, words);
            if (before == null || before.key().equals(kept.key())) return kept;
            context.node().rooms().leave(before.key());
            return entering(null, room, words); // under the name that is free now
        }, entered, this::tell);
    }

    /// Joins the room without a key, which is the same as creating it.
    void enterOpen() {
        boolean named = ownName.check(true);
        if (!openRoom.check(true) || !named) return;
        String room = openRoom.cleaned().value();
        String person = ownName.chosen();
        work(() -> entering(person, room, null), entered, this::tell);
    }

    /// The words were seen.
    void goOn() {
        if (step.get() instanceof WelcomeStep.Created created) entered.accept(created.room());
    }

    /// Off the JavaFX thread. The name goes first: it is the one that the room will read.
    private OwnRoom entering(@Nullable String person, String room, @Nullable String words) throws CommandException {
        rename(person);
        return context.node().rooms().join(room, words);
    }

    private OwnRoom creating(@Nullable String person, String room, String words) throws CommandException {
        rename(person);
        return context.node().rooms().create(room, words);
    }

    private void rename(@Nullable String person) throws CommandException {
        if (person != null) context.node().preferences().rename(person);
    }

    /// @param late is told instead where the page is gone meanwhile
    private <T> void work(Callable<T> work, Consumer<T> done, Consumer<T> late) {
        if (working.get()) return;
        entering.set(true);
        problem.set(FieldNote.NOTHING);
        context.background().run(work, result -> {
            entering.set(false);
            (closed ? late : done).accept(result);
        }, e -> {
            entering.set(false);
            failed(e);
        });
    }

    private void tell(WelcomeStep late) {
        if (late instanceof WelcomeStep.Created created) {
            tell(created.room());
        } else {
            putAside();
        }
    }

    private void tell(OwnRoom room) {
        context.notices().news(texts.format("entered.late", PeerText.line(room.name())));
    }

    private void failed(Exception e) {
        String sentence = texts.format("failed", ErrorMessages.sentence(context.language(), e));
        if (closed) {
            context.notices().problem(sentence);
            putAside();
        } else {
            problem.set(FieldNote.bad(sentence));
        }
    }

    /// What was typed is not wanted again.
    void giveUp() {
        settled = true;
    }

    private void putAside() {
        if (!settled && !(step.get() instanceof WelcomeStep.Created)) draft.keep(this);
    }

    @Override
    public void close() {
        closed = true;
        if (!entering.get()) putAside(); // else it may be done
        trial.giveUp();
        events.close();
        about.close();
    }
}
