package io.landline.ui.lab.card;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.LabServer;
import io.landline.lab.SocketCard;
import io.landline.lab.net.Failures;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting;
import io.landline.labprograms.SettingValues;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.wire.ProgramEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One program on the page: its settings, whether it runs, and what came of its runs. JavaFX thread.
public final class CardViewModel {
    private final int id;
    private final int ordinal;
    private final Program program;
    private final FxThread fx;
    private final Background background;
    private final Consumer<ProgramEvent> told;
    private final Runnable changed;
    private final CardSettings settings;
    private final ReadOnlyObjectWrapper<CardState> state = new ReadOnlyObjectWrapper<>(new CardState.Idle());
    private final ReadOnlyObjectWrapper<LabMessage> prompt = new ReadOnlyObjectWrapper<>(LabMessage.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable SocketCard> socket = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LabResult> result = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private @Nullable Run running;
    private int runs;

    /// One start of the program.
    private static final class Run {
        private final int number;
        private final AtomicReference<@Nullable Thread> thread = new AtomicReference<>();
        private @Nullable LabServer server;
        private @Nullable FieldInput typed;
        private @Nullable LabResult found;
        private LabMessage reason = LabMessage.NOTHING;
        /// Read by its thread when that begins; all other fields but `thread` are the JavaFX thread's.
        private volatile boolean stops;

        Run(int number) { this.number = number; }

        LabResult whole(LabResult next) {
            LabResult all = ResultList.and(found, next);
            found = all;
            return all;
        }
    }

    /// @param ordinal among the cards of the same kind, from 1
    /// @param told takes what the program tells; any thread
    /// @param changed is run when it starts, ends, or gets another port
    CardViewModel(int id, int ordinal, Program program, FxThread fx, Background background, Consumer<ProgramEvent> told,
            Runnable changed) {
        this.id = id;
        this.ordinal = ordinal;
        this.program = program;
        this.fx = fx;
        this.background = background;
        this.told = told;
        this.changed = changed;
        settings = new CardSettings(program);
    }

    public int id() {
        return id;
    }

    public int ordinal() {
        return ordinal;
    }

    public Program program() {
        return program;
    }

    public CardSettings settings() {
        return settings;
    }

    public ReadOnlyObjectProperty<CardState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether settings and command line are out of sight. A start folds the card, so that what passes is seen; a start
    /// that fails unfolds it, as a setting has to change.
    public BooleanProperty folded() {
        return folded;
    }

    /// What is being typed for the program and was not sent. It is there again where the page is drawn anew.
    public StringProperty typed() {
        return typed;
    }

    /// What the program asks a person for; empty where it asks for nothing.
    public ReadOnlyObjectProperty<LabMessage> prompt() {
        return prompt.getReadOnlyProperty();
    }

    /// Its socket as the system has it; null where none was opened.
    public ReadOnlyObjectProperty<@Nullable SocketCard> socket() {
        return socket.getReadOnlyProperty();
    }

    /// What came out last; null where nothing has.
    public ReadOnlyObjectProperty<@Nullable LabResult> result() {
        return result.getReadOnlyProperty();
    }

    public boolean isServer() {
        return program instanceof Program.Server;
    }

    public boolean types() {
        return program instanceof Program.Caller caller && caller.types();
    }

    /// A server here listens on this port: this card may go there, unless it runs.
    void follow(int port) {
        if (!state.get().isBusy()) settings.follow(port);
    }

    /// Chooses the free port that was offered, and starts.
    public void usePort(int free) {
        SettingViewModel bound = settings.bound();
        if (bound == null) return;
        bound.value().set(String.valueOf(free));
        start();
    }

    public void start() {
        if (state.get().isBusy() || !settings.isValid()) return;
        var run = new Run(++runs);
        running = run;
        socket.set(null);
        result.set(null);
        prompt.set(LabMessage.NOTHING);
        become(new CardState.Starting());
        SettingValues values = settings.values();
        Consumer<LabEvent> events = event -> told.accept(new ProgramEvent(id, run.number, event));
        switch (program) {
            case Program.Server server -> background.run(() -> {
                check(values);
                return server.opens().open(values, events);
            }, opened -> opened(run, opened), failure -> failed(run, failure));
            case Program.Caller caller -> {
                var typed = new FieldInput(asked -> fx.post(() -> ask(run, asked)));
                run.typed = typed;
                background.run(() -> call(caller, run, values, typed, events), _ -> ended(run, run.reason),
                        failure -> failed(run, failure));
                if (state.get() instanceof CardState.Starting) {
                    become(new CardState.Running(Instant.now(), "", false, false));
                }
            }
        }
    }

    private void check(SettingValues values) throws MissingFile {
        for (Setting each : program.settings()) {
            String value = values.text(each.name());
            if (!each.isThere(value)) throw new MissingFile(value);
        }
    }

    private boolean call(Program.Caller caller, Run run, SettingValues values, FieldInput typed,
            Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        check(values);
        run.thread.set(Thread.currentThread());
        try {
            if (run.stops) throw new InterruptedException("stopped before it began"); // no thread was there
            caller.calls().client(values, typed, events).run();
            return true;
        } finally {
            run.thread.set(null);
        }
    }

    /// Names the file that is not there.
    private static final class MissingFile extends IOException {
        private static final long serialVersionUID = 1;

        MissingFile(String path) { super(path); }
    }

    private void opened(Run run, LabServer server) {
        if (run != running || run.stops) {
            stop(server);
            if (run == running) ended(run, LabMessage.NOTHING);
            return;
        }
        run.server = server;
        socket.set(server.card());
        boolean open = server.local() instanceof InetSocketAddress inet && !inet.getAddress().isLoopbackAddress();
        become(new CardState.Running(Instant.now(), Addresses.text(server.local()), true, open));
    }

    /// The port that its server listens on; 0 where none does.
    public int listeningPort() {
        Run run = running;
        LabServer server = run == null ? null : run.server;
        return server != null && server.local() instanceof InetSocketAddress inet ? inet.getPort() : 0;
    }

    private void ask(Run run, LabMessage asked) {
        if (run == running && state.get().isBusy()) prompt.set(asked);
    }

    /// Hands a line to the program; false where it does not take any now.
    public boolean type(String line) {
        Run run = running;
        return run != null && run.typed != null && state.get() instanceof CardState.Running && run.typed.type(line);
    }

    /// Takes an event of the program, in order.
    void hear(ProgramEvent event) {
        Run run = running;
        if (run == null || run.number != event.run()) return;
        switch (event.event()) {
            case LabEvent.Started started when state.get() instanceof CardState.Running now
                    && now.address().isEmpty() -> become(
                            new CardState.Running(now.since(), Addresses.text(started.local()), false, false));
            case LabEvent.Opened opened -> socket.set(opened.card());
            case LabEvent.SoFar(_, var found) -> result.set(found);
            case LabEvent.Result(_, var found) -> result.set(run.whole(found));
            case LabEvent.Stopped stopped -> said(run, stopped.reason());
            case LabEvent.Started _, LabEvent.In _, LabEvent.Out _, LabEvent.Unanswered _,
                    LabEvent.Connection _, LabEvent.Refused _, LabEvent.Remark _, LabEvent.Sample _,
                    LabEvent.Rate _, LabEvent.Progress _ -> {
            }
        }
    }

    /// Ends it in its protocol's own way where it waits for a person, else at once; a second call at once.
    public void stop() {
        Run run = running;
        CardState now = state.get();
        if (run == null || !now.isBusy()) return;
        run.stops = true;
        LabServer server = run.server;
        if (server != null) stop(server);
        boolean leaves = now instanceof CardState.Running && !prompt.get().isEmpty() && run.typed != null
                && run.typed.end();
        Thread thread = run.thread.get();
        if (!leaves && thread != null) thread.interrupt();
        if (!(now instanceof CardState.Stopping)) become(new CardState.Stopping());
    }

    /// Off the JavaFX thread: it waits for the server's threads.
    private void stop(LabServer server) {
        background.run(() -> {
            server.stop(LabMessage.of("stopped here"));
            return true;
        }, _ -> {}, failure -> become(new CardState.Failed(failure)));
    }

    /// This ends a server. A client has said its last; its outcome is told later by the thread that ran it.
    private void said(Run run, LabMessage reason) {
        run.reason = reason;
        if (isServer()) {
            ended(run, run.stops ? LabMessage.NOTHING : reason); // who stops it here knows why
        } else if (state.get() instanceof CardState.Ended before && before.reason().isEmpty()) {
            become(new CardState.Ended(before.at(), reason));
        }
    }

    private void ended(Run run, LabMessage reason) {
        if (run != running || !state.get().isBusy()) return;
        run.server = null;
        prompt.set(LabMessage.NOTHING);
        become(new CardState.Ended(Instant.now(), reason));
    }

    private void failed(Run run, Exception failure) {
        if (run != running) return;
        prompt.set(LabMessage.NOTHING);
        SettingViewModel bound = settings.bound();
        if (run.stops || failure instanceof InterruptedException) {
            ended(run, LabMessage.NOTHING);
        } else if (failure instanceof MissingFile missing) {
            become(new CardState.FileMissing(String.valueOf(missing.getMessage())));
        } else if (bound != null && failure.getCause() instanceof IOException cause
                && Failures.kind(cause).equals(Failures.IN_USE)) {
            int port = settings.values().whole(bound.setting().name());
            background.run(() -> EphemeralPort.of(program.lab().transport()),
                    free -> become(new CardState.PortTaken(port, free)), _ -> become(new CardState.Failed(failure)));
        } else {
            become(new CardState.Failed(failure));
        }
    }

    private void become(CardState next) {
        state.set(next);
        switch (next) {
            case CardState.Starting _ -> folded.set(true);
            case CardState.Failed _, CardState.FileMissing _, CardState.PortTaken _ -> folded.set(false);
            case CardState.Idle _, CardState.Running _, CardState.Stopping _, CardState.Ended _ -> {
            }
        }
        changed.run();
    }
}
