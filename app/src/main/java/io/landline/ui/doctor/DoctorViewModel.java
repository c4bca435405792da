package io.landline.ui.doctor;

import io.landline.doctor.Examiner;
import io.landline.doctor.Examiner.Progress;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingState;
import io.landline.doctor.system.AddressText;
import io.landline.node.port.TypedAddress;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.ListPatch;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// One examination at a time: what it found so far, and what it found in the end. It outlives the page, which comes and
/// goes with the window's language. JavaFX thread.
public final class DoctorViewModel implements AutoCloseable {
    /// What is bad comes first, what is in order last.
    private static final List<FindingState> ORDER = List.of(FindingState.BAD, FindingState.NOTE, FindingState.UNKNOWN,
            FindingState.OK);
    private static final Comparator<Finding> BY_STATE = Comparator
            .comparingInt((Finding each) -> ORDER.indexOf(each.state()))
            .thenComparing(Finding::code);

    /// How far it is.
    enum Stage {
        /// Nobody has asked yet.
        BEFORE, LOOKING, DONE
    }

    /// What was examined, when.
    ///
    /// @param host the computer that was missed; null where the question was a general one
    record Asked(Instant at, @Nullable String host) {}

    /// Why nothing was examined.
    sealed interface Problem {
        enum Typed implements Problem { NONE, EMPTY, MALFORMED }

        /// The system knows no computer of this name.
        record UnknownHost(String host) implements Problem {}

        record Failed(Exception why) implements Problem {}
    }

    private interface Examination {
        List<Finding> run(Consumer<Progress> progress) throws Exception;
    }

    private final Examiner doctor;
    private final FxThread fx;
    private final Background background;
    private final InstantSource clock;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.BEFORE);
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>(Problem.Typed.NONE);
    private @Nullable Asked asked;
    /// What is examined now; null for nothing, and for this computer itself.
    private volatile @Nullable String examined;
    private boolean closed;

    public DoctorViewModel(Examiner doctor, FxThread fx, Background background, InstantSource clock) {
        this.doctor = doctor;
        this.fx = fx;
        this.background = background;
        this.clock = clock;
        typed.subscribe(() -> check(false));
    }

    /// Sorted: what is bad first.
    public ObservableList<Finding> findings() {
        return findings;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /// Of the checks that have ended, 0 to 1.
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /// The name or address of the computer that is missed.
    public StringProperty typed() {
        return typed;
    }

    ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// What the findings are of; null before the first examination.
    @Nullable
    Asked asked() {
        return asked;
    }

    /// Whether a connection to this host is an examination's, which says itself what came of it. A name is dialled by
    /// its addresses. Any thread.
    public boolean isExamined(String host) {
        String now = examined;
        return now != null && (now.equals(host) || !isAddress(now) && isAddress(host));
    }

    private static boolean isAddress(String host) {
        return AddressText.literal(host).isPresent();
    }

    public boolean isAnythingBad() {
        return findings.stream().anyMatch(each -> each.state() == FindingState.BAD);
    }

    /// Finds out why somebody may not be seen.
    public void look() {
        begin(null, doctor::examine);
    }

    /// Finds out why the computer with the typed name or address is not seen.
    public void lookForTyped() {
        if (!check(true)) return;
        TypedAddress address = TypedAddress.parse(typed.get().strip());
        if (address != null) {
            begin(address.host(), progress -> doctor.examine(address.host(), address.port(), progress));
        }
    }

    private void begin(@Nullable String host, Examination examination) {
        if (looking.get()) return;
        looking.set(true);
        share.set(0);
        findings.clear();
        problem.set(Problem.Typed.NONE);
        asked = new Asked(clock.instant(), host);
        examined = host;
        stage.set(Stage.LOOKING);
        background.run(() -> examination.run(progress -> fx.post(() -> show(progress))), this::end, this::fail);
    }

    private void show(Progress progress) {
        if (closed || !looking.get()) return;
        share.set((double) progress.ended() / progress.checks());
        var all = new ArrayList<>(findings);
        all.addAll(progress.found());
        showSorted(all);
    }

    private void end(List<Finding> all) {
        if (closed) return;
        showSorted(all);
        finish(Stage.DONE);
    }

    private void showSorted(List<Finding> all) {
        ListPatch.update(findings, all.stream().sorted(BY_STATE).toList(), finding -> finding);
    }

    private void fail(Exception why) {
        if (closed) return;
        findings.clear();
        String host = asked == null || asked.host() == null ? "" : asked.host();
        problem.set(why instanceof UnknownHostException ? new Problem.UnknownHost(host) : new Problem.Failed(why));
        asked = null;
        finish(Stage.BEFORE);
    }

    private void finish(Stage reached) {
        examined = null;
        looking.set(false);
        stage.set(reached);
    }

    /// @param wanted a field that is empty or begun is wrong only once somebody wants to go on with it
    private boolean check(boolean wanted) {
        String text = typed.get().strip();
        boolean fits = TypedAddress.parse(text) != null;
        boolean wrong = text.isEmpty() ? wanted : !fits;
        problem.set(!wrong ? Problem.Typed.NONE : text.isEmpty() ? Problem.Typed.EMPTY : Problem.Typed.MALFORMED);
        return fits;
    }

    /// Nothing that an examination still finds is shown.
    @Override
    public void close() {
        closed = true;
    }
}
