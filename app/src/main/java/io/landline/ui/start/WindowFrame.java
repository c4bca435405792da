package io.landline.ui.start;

import io.landline.language.Texts;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.doctor.DoctorPage;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.jump.JumpPanel;
import io.landline.ui.jump.JumpTarget;
import io.landline.ui.lab.LabPage;
import io.landline.ui.network.NetworkPage;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.settings.SettingsPage;
import io.landline.ui.shell.NavEntry;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.NavEntry.Tone;
import io.landline.ui.shell.Shell;
import io.landline.ui.transfers.TransfersPage;
import io.landline.ui.transfers.TransfersViewModel;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The frame with its pages, in one language: what is made anew when the language changes. JavaFX thread.
final class WindowFrame implements AutoCloseable {
    static final String CHATS = "chats";
    static final String TRANSFERS = "transfers";
    static final String DOCTOR = "doctor";
    private static final String NETWORK = "network";
    private static final String LAB = "lab";
    private static final String SETTINGS = "settings";

    private final StoredWindowPreferences preferences;
    private final KeptModels lasting;
    private final Navigation navigation;
    private final Consumer<String> showPage;
    private final Texts texts;
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper offered = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable String> inView = new ReadOnlyObjectWrapper<>();
    private final Shell shell;
    private final PageContext context;
    private final TransfersViewModel transfers;
    private final Subscription notices;
    private final Subscription deletions;
    private javafx.util.Subscription counting = javafx.util.Subscription.EMPTY;

    /// On which what a page asks for is done.
    record Threads(FxThread fx, Background background) {}

    /// @param navigation of the window
    /// @param showPage brings the page with this id to the front
    WindowFrame(NodePorts ports, Threads threads, StoredWindowPreferences preferences, KeptModels lasting,
            Navigation navigation,
            Consumer<String> showPage) {
        this.preferences = preferences;
        this.lasting = lasting;
        this.navigation = navigation;
        this.showPage = showPage;
        texts = Texts.beside(WindowFrame.class, preferences.language().get());
        shell = new Shell(threads.fx(), Texts.beside(Shell.class, preferences.language().get()), List.of(
                new NavEntry(CHATS, Feather.MESSAGE_CIRCLE, texts.get("nav.chats"), new Badge(unread, Tone.CALLS),
                        this::chats),
                new NavEntry(TRANSFERS, Feather.DOWNLOAD, texts.get("nav.transfers"),
                        new Badge(offered, Tone.CALLS),
                        () -> new TransfersPage(context(), transfers(), lasting.limit())),
                new NavEntry(NETWORK, Feather.RADIO, texts.get("nav.network"), Badge.none(),
                        () -> new NetworkPage(context(), lasting.network())),
                new NavEntry(DOCTOR, Feather.LIFE_BUOY, texts.get("nav.doctor"), Badge.none(),
                        () -> new DoctorPage(context(), lasting.doctor())),
                new NavEntry(LAB, Feather.ACTIVITY, texts.get("nav.lab"),
                        new Badge(lasting.lab().running(), Tone.TELLS), () -> new LabPage(context(), lasting.lab())),
                new NavEntry(SETTINGS, Feather.SETTINGS, texts.get("nav.settings"), Badge.none(),
                        () -> new SettingsPage(context(), preferences))),
                this::goTo, () -> preferences.look().get().enterBreaks());
        context = new PageContext(ports, threads.fx(), threads.background(), preferences.language().get(), navigation,
                shell.notices(), new PassingTime());
        context.time().begin(threads.background());
        transfers = new TransfersViewModel(context, lasting.thumbnails());
        offered.bind(transfers.totals().askedProperty());
        // what should move and does not is seen by the time that passes
        SecondTimer.whileTrue(transfers.totals().movingProperty(), transfers::tick);
        notices = ports.watch()
                .apply(new EventNotices(texts, shell.notices(), navigation,
                        then -> threads.background().run(ports.rooms()::rooms, then, _ -> {}),
                        lasting.doctor()::isExamined, () -> Duration.ofNanos(System.nanoTime())));
        deletions = ports.watch().apply((event, _) -> {
            if (event instanceof NodeEvent.Deleted) lasting.thumbnails().forget();
        });
    }

    private ChatsPage chats() {
        var page = new ChatsPage(context, transfers, lasting.chats(), preferences.look());
        unread.bind(page.unread());
        counting = preferences.notifications().subscribe(chosen -> page.countMuted(chosen.countsMuted()));
        inView.bind(page.inView());
        String before = preferences.settings().lastOpen();
        if (before != null) page.reopen(before);
        page.open().subscribe(now -> {
            if (now != null) preferences.keepInMind(preferences.settings().withLastOpen(now));
        });
        return page;
    }

    private JumpPanel goTo(Runnable close) {
        List<JumpTarget> pages = Stream.of(CHATS, TRANSFERS, NETWORK, DOCTOR, LAB, SETTINGS)
                .map(page -> new JumpTarget(JumpTarget.Kind.PAGE, page, texts.get("nav." + page)))
                .toList();
        return JumpPanel.goTo(context, pages, chosen -> {
            close.run();
            switch (chosen.kind()) {
                case PAGE -> showPage.accept(chosen.key());
                case ROOM, PERSON -> navigation.conversation(chosen.key());
            }
        });
    }

    Shell shell() {
        return shell;
    }

    PageContext context() {
        return context;
    }

    Texts texts() {
        return texts;
    }

    private TransfersViewModel transfers() {
        return transfers;
    }

    /// Made now, if it was not shown yet.
    ChatsPage chatsPage() {
        return (ChatsPage) shell.page(CHATS);
    }

    /// Messages that nobody has seen here, as far as the page of the conversations was made.
    ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// How many people at least still get files from this computer.
    ReadOnlyIntegerProperty helping() {
        return transfers.totals().helpingProperty();
    }

    /// The conversation that the user sees, in a window that has the keyboard; null for none.
    ReadOnlyObjectProperty<@Nullable String> inView() {
        return inView.getReadOnlyProperty();
    }

    /// Of the window.
    String title() {
        return unread.get() == 0 ? "Landline" : texts.format("title.unread", unread.get());
    }

    @Override
    public void close() {
        context.time().close();
        notices.close();
        deletions.close();
        counting.unsubscribe();
        shell.close();
        transfers.close();
    }
}
