package io.landline.ui.start;

import io.landline.doctor.NodeDoctor;
import io.landline.node.Node;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import io.landline.picture.ThumbnailMaker;
import io.landline.room.JoinLink;
import io.landline.ui.chats.ChatsPage;
import io.landline.ui.chats.Drafts;
import io.landline.ui.doctor.DoctorPage;
import io.landline.ui.doctor.DoctorViewModel;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.jump.JumpPanel;
import io.landline.ui.jump.JumpTarget;
import io.landline.ui.lab.LabPage;
import io.landline.ui.lab.LabViewModel;
import io.landline.ui.network.NetworkPage;
import io.landline.ui.network.NetworkWatch;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.PersonSheet;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.settings.SettingsPage;
import io.landline.ui.shell.NavEntry;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.shell.NavEntry.Tone;
import io.landline.ui.shell.Shell;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.Texts;
import io.landline.ui.transfers.TransfersPage;
import io.landline.ui.transfers.TransfersViewModel;
import io.landline.ui.welcome.WelcomePage;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What stands in the window over an open node: first run, or the frame with its pages. JavaFX thread.
final class NodeWindow implements Navigation, AutoCloseable {
    private static final String CHATS = "chats";
    private static final String TRANSFERS = "transfers";
    private static final String NETWORK = "network";
    private static final String DOCTOR = "doctor";
    private static final String LAB = "lab";
    private static final String SETTINGS = "settings";

    private final NodePorts ports;
    private final FxThread fx;
    private final Background background;
    private final WindowLook look;
    private final BiConsumer<Parent, String> show;
    /// Longer than the pages: what runs or was found there is kept when they are made anew.
    private final LabViewModel lab;
    private final DoctorViewModel doctor;
    private final NetworkWatch network;
    private final Drafts drafts;
    private final ThumbnailMaker thumbnails;
    private final OtherPrograms programs;
    private final ReadOnlyObjectWrapper<@Nullable String> inView = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private @Nullable Frame frame;
    private @Nullable WelcomePage welcome;

    /// What is made anew when the language changes.
    ///
    /// @param unread messages that nobody has seen here, as far as the page of the conversations was made
    private record Frame(Shell shell, PageContext context, Texts texts, TransfersViewModel transfers,
            Subscription notices, ReadOnlyIntegerProperty unread) {
        String title() {
            return unread.get() == 0 ? "Landline" : texts.format("title.unread", unread.get());
        }
    }

    /// @param show puts a view and a title into the window
    NodeWindow(NodePorts ports, FxThread fx, Background background, WindowLook look, BiConsumer<Parent, String> show) {
        this.ports = ports;
        this.fx = fx;
        this.background = background;
        this.look = look;
        this.show = show;
        lab = new LabViewModel(fx, background);
        doctor = new DoctorViewModel(ports.network().doctor(), fx, background, InstantSource.system());
        network = new NetworkWatch(ports);
        drafts = new Drafts(ports.chats(), background);
        programs = new OtherPrograms(background, this::notTaken);
        thumbnails = ThumbnailMaker.in(look.about().profile().resolve("thumbnails"));
    }

    /// What the window uses of this node.
    static NodePorts ports(Node node) {
        return new NodePorts(node.fingerprint(), node.chats(), node.fileTransfers(), node.contacts(), node.rooms(),
                node.preferences(), node::watch,
                new NetworkPorts(node.packetTap(), new NodeDoctor(node), node.lookAround()));
    }

    /// The conversation that the user sees, in a window that has the keyboard; null for none.
    ReadOnlyObjectProperty<@Nullable String> inView() {
        return inView.getReadOnlyProperty();
    }

    /// Messages that nobody has seen here, but for muted conversations.
    ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Asks something over the page in front.
    ///
    /// @param question made over what closes it
    /// @return false while a room is made or joined: that fills the window
    boolean ask(Function<Runnable, Page> question) {
        Frame now = frame;
        if (now == null || welcome != null) return false;
        now.shell().panel(question);
        return true;
    }

    /// What could not be sent from outside of the window is a draft, and the window says why.
    void keepUnsent(String conversation, String text, Exception why) {
        drafts.bringBack(conversation, text);
        Frame now = frame;
        if (now == null) return;
        now.shell().notices().problem(ErrorMessages.sentence(now.context().language(), why));
    }

    /// Shows the first page: a user who is in no room yet makes or joins one.
    ///
    /// @param link fills in the form with which a room is joined; null where none was given
    void start(@Nullable JoinLink link) {
        build();
        background.run(() -> ports.rooms().rooms().isEmpty(), none -> {
            if (none) {
                welcome(true);
            } else {
                showShell(CHATS);
            }
            if (link != null) join(link);
        }, problem -> showShell(CHATS));
    }

    /// Fills in the form with which a room is joined. A person presses *Join*.
    void join(JoinLink link) {
        if (welcome == null || welcome.isCorrecting()) welcome(false);
        if (welcome != null) welcome.fill(link);
    }

    /// Makes all pages anew, in the language of now; the user stays in the same place of the page in front.
    void rebuild() {
        Frame before = frame;
        if (before == null) return;
        String front = before.shell().front();
        PlaceInPage place = PlaceInPage.of(before.shell().view());
        closeFrame();
        build();
        showShell(front.isEmpty() ? CHATS : front);
        if (frame != null) place.restore(frame.shell().view());
        if (frame != null) chatsPage(frame); // it counts what is unread, also while another page is in front
    }

    private void build() {
        Texts texts = Texts.beside(NodeWindow.class, look.language().get());
        var made = new FrameParts(texts);
        frame = made.frame();
    }

    /// Ties shell, context and pages together: each needs the others.
    private final class FrameParts {
        private final Texts texts;
        private final SimpleIntegerProperty unread = new SimpleIntegerProperty();
        private final SimpleIntegerProperty offered = new SimpleIntegerProperty();
        private final Shell shell;
        private final PageContext context;
        private final TransfersViewModel transfers;

        FrameParts(Texts texts) {
            this.texts = texts;
            shell = new Shell(fx, Texts.beside(Shell.class, look.language().get()), List.of(
                    new NavEntry(CHATS, Feather.MESSAGE_CIRCLE, texts.get("nav.chats"),
                            new Badge(unread, Tone.CALLS), this::chats),
                    new NavEntry(TRANSFERS, Feather.DOWNLOAD, texts.get("nav.transfers"),
                            new Badge(offered, Tone.CALLS), this::transfers),
                    new NavEntry(NETWORK, Feather.RADIO, texts.get("nav.network"), Badge.none(),
                            () -> new NetworkPage(context(), network)),
                    new NavEntry(DOCTOR, Feather.LIFE_BUOY, texts.get("nav.doctor"), Badge.none(),
                            () -> new DoctorPage(context(), doctor)),
                    new NavEntry(LAB, Feather.ACTIVITY, texts.get("nav.lab"), new Badge(lab.running(), Tone.TELLS),
                            this::lab),
                    new NavEntry(SETTINGS, Feather.SETTINGS, texts.get("nav.settings"), Badge.none(), this::settings)),
                    this::goTo, () -> look.look().get().enterBreaks());
            context = new PageContext(ports, fx, background, look.language().get(), NodeWindow.this, shell.notices());
            transfers = new TransfersViewModel(context, thumbnails);
            offered.bind(transfers.askedProperty());
            // what should move and does not is seen by the time that passes
            SecondTicks.whileTrue(transfers.movingProperty(), transfers::tick);
        }

        private PageContext context() {
            return context;
        }

        private ChatsPage chats() {
            var page = new ChatsPage(context, transfers, drafts, look.look());
            unread.bind(page.unread());
            inView.bind(page.inView());
            String before = look.settings().lastOpen();
            if (before != null) page.reopen(before);
            page.open().subscribe(now -> {
                if (now != null) look.keepInMind(look.settings().withLastOpen(now));
            });
            return page;
        }

        private JumpPanel goTo(Runnable close) {
            List<JumpTarget> pages = Stream.of(CHATS, TRANSFERS, NETWORK, DOCTOR, LAB, SETTINGS)
                    .map(page -> new JumpTarget(JumpTarget.Kind.PAGE, page, texts.get("nav." + page)))
                    .toList();
            return new JumpPanel(context, pages, chosen -> {
                close.run();
                switch (chosen.kind()) {
                    case PAGE -> showShell(chosen.key());
                    case ROOM, PERSON -> conversation(chosen.key());
                }
            });
        }

        private TransfersPage transfers() {
            return new TransfersPage(context, transfers);
        }

        private LabPage lab() {
            return new LabPage(context, lab);
        }

        private SettingsPage settings() {
            return new SettingsPage(context, look);
        }

        Frame frame() {
            Subscription notices = ports.watch()
                    .apply(new EventNotices(texts, shell.notices(), NodeWindow.this,
                            then -> background.run(ports.rooms()::rooms, then, _ -> {})));
            var made = new Frame(shell, context, texts, transfers, notices, unread);
            ChangeListener<Number> title = (_, _, now) -> {
                NodeWindow.this.unread.set(now.intValue());
                if (welcome == null) show.accept(shell.view(), made.title());
            };
            unread.addListener(title);
            return made;
        }
    }

    private void showShell(String page) {
        Frame now = frame;
        if (now == null) return;
        closeWelcome();
        show.accept(now.shell().view(), now.title());
        now.shell().show(page);
    }

    private void welcome(boolean first) {
        Frame now = frame;
        if (now != null) welcome(new WelcomePage(now.context(), () -> showShell(CHATS), first));
    }

    private void welcome(WelcomePage page) {
        closeWelcome();
        welcome = page;
        show.accept(page.view(), "Landline");
        page.shown();
    }

    private void closeWelcome() {
        WelcomePage page = welcome;
        welcome = null;
        if (page != null) page.close();
    }

    private ChatsPage chatsPage(Frame now) {
        return (ChatsPage) now.shell().page(CHATS);
    }

    @Override
    public void conversation(String key) {
        Frame now = frame;
        if (now == null) return;
        showShell(CHATS);
        chatsPage(now).open(key);
    }

    @Override
    public void person(Fingerprint peer) {
        Frame now = frame;
        if (now != null) sheet(close -> new PersonSheet(now.context(), peer, close));
    }

    @Override
    public void room(String key) {
        Frame now = frame;
        if (now != null) sheet(close -> new RoomSheet(now.context(), key, close, () -> showShell(CHATS)));
    }

    @Override
    public void sheet(Function<Runnable, Page> made) {
        Frame now = frame;
        if (now != null) now.shell().panel(made);
    }

    @Override
    public void shortcuts() {
        Frame now = frame;
        if (now != null) now.shell().showShortcuts();
    }

    @Override
    public void newRoom() {
        welcome(false);
    }

    @Override
    public void correctWords(String key) {
        Frame now = frame;
        if (now == null) return;
        background.run(() -> ports.rooms().rooms().stream().filter(room -> room.key().equals(key)).findFirst(),
                room -> room.ifPresent(
                        it -> welcome(WelcomePage.correcting(now.context(), () -> conversation(key), it))),
                _ -> newRoom());
    }

    @Override
    public void transfers() {
        showShell(TRANSFERS);
    }

    @Override
    public void doctor() {
        showShell(DOCTOR);
    }

    @Override
    public void showInFolder(Path path) {
        programs.showInFolder(path);
    }

    @Override
    public void open(Path path) {
        programs.open(path);
    }

    @Override
    public void browse(URI link) {
        programs.browse(link);
    }

    private void notTaken(String sentence, String what) {
        Frame now = frame;
        if (now != null) now.shell().notices().problem(now.texts().format(sentence, what));
    }

    /// Hands over to the node what it has yet to keep, and waits for it. Any thread but the JavaFX one.
    void keep() {
        drafts.flush();
    }

    private void closeFrame() {
        Frame now = frame;
        frame = null;
        closeWelcome();
        if (now == null) return;
        now.notices().close();
        now.shell().close();
        now.transfers().close();
    }

    @Override
    public void close() {
        closeFrame();
        lab.close();
        doctor.close();
        network.close();
        drafts.close();
        thumbnails.close();
    }
}
