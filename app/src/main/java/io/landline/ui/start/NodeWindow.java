package io.landline.ui.start;

import io.landline.console.WindowRequest;
import io.landline.doctor.probe.NodeDoctor;
import io.landline.language.Texts;
import io.landline.node.Node;
import io.landline.peer.Fingerprint;
import io.landline.room.JoinLink;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.jump.JumpPanel;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.Page;
import io.landline.ui.places.PersonSheet;
import io.landline.ui.places.RoomSheet;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.welcome.WelcomePage;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/// What stands in the window over an open node: first run, or the frame with its pages. JavaFX thread.
final class NodeWindow implements Navigation, AutoCloseable {
    private static final Object BROKEN_LINK = new Object();

    private final NodePorts ports;
    private final FxThread fx;
    private final Background background;
    private final StoredWindowPreferences preferences;
    private final BiConsumer<Parent, String> show;
    private final KeptModels lasting;
    private final OtherPrograms programs;
    private final ReadOnlyObjectWrapper<@Nullable String> inView = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper helping = new ReadOnlyIntegerWrapper();
    private @Nullable WindowFrame frame;
    private @Nullable WelcomePage welcome;
    /// Files for which a receiver is still to be asked for.
    private List<Path> toSend = List.of();

    /// @param show puts a view and a title into the window
    NodeWindow(NodePorts ports, FxThread fx, Background background, StoredWindowPreferences preferences,
            BiConsumer<Parent, String> show) {
        this.ports = ports;
        this.fx = fx;
        this.background = background;
        this.preferences = preferences;
        this.show = show;
        lasting = KeptModels.of(ports, fx, background, preferences.about().profile());
        programs = new OtherPrograms(background, this::notTaken);
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

    /// How many people at least still get files from this computer.
    ReadOnlyIntegerProperty helping() {
        return helping.getReadOnlyProperty();
    }

    /// Asks something over the page in front.
    ///
    /// @param question made over what closes it
    /// @return false while a room is made or joined: that fills the window
    boolean ask(Function<Runnable, Page> question) {
        WindowFrame now = frame;
        if (now == null || welcome != null) return false;
        now.shell().panel(question);
        return true;
    }

    /// Asks whether the program shall end, where others still get files from it.
    ///
    /// @param quit is run when the user chooses to end the program
    /// @return false where nothing is asked
    boolean askToLeave(Runnable quit) {
        int many = helping.get();
        Texts texts = Texts.beside(LeavingQuestion.class, preferences.language().get());
        return many > 0 && ask(close -> new LeavingQuestion(texts, many, close, quit));
    }

    /// What could not be sent from outside of the window is a draft, and the window says why.
    void keepUnsent(String conversation, String text, Exception why) {
        lasting.chats().drafts().bringBack(conversation, text);
        WindowFrame now = frame;
        if (now == null) return;
        now.shell().notices().problem(ErrorMessages.sentence(now.context().language(), why));
    }

    /// Says that the node is open, and does not meet others.
    void notOnAir(Exception why) {
        WindowFrame now = frame;
        if (now == null) return;
        String sentence = ErrorMessages.sentence(now.context().language(), why);
        now.shell().notices().problem(now.texts().format("start.off-air", sentence));
    }

    /// Shows the first page: a user who is in no room yet makes or joins one.
    ///
    /// @param asked what is done then
    void start(WindowRequest asked) {
        build();
        background.run(() -> ports.rooms().rooms().isEmpty(), none -> {
            if (none) {
                welcome(true);
            } else {
                showShell(WindowFrame.CHATS);
            }
            act(asked);
        }, problem -> {
            showShell(WindowFrame.CHATS);
            act(asked);
        });
    }

    /// Does what somebody asked for by starting Landline.
    void act(WindowRequest asked) {
        if (asked.link() != null) join(asked.link());
        if (asked.brokenLink()) brokenLink();
        send(asked.files());
    }

    private void send(List<Path> files) {
        if (!files.isEmpty()) toSend = files;
        askToWhom();
    }

    /// Asks to whom the waiting files go; later, while a room is made or joined: that fills the window.
    private void askToWhom() {
        WindowFrame now = frame;
        List<Path> files = toSend;
        if (now == null || welcome != null || files.isEmpty()) return;
        toSend = List.of();
        now.shell().panel(close -> JumpPanel.toSend(now.context(), files, chosen -> {
            close.run();
            showShell(WindowFrame.CHATS);
            now.chatsPage().offer(chosen.key(), files);
        }));
    }

    /// Fills in the form with which a room is joined. A person presses *Join*.
    @Override
    public void join(JoinLink link) {
        if (frame != null) frame.shell().notices().over(BROKEN_LINK); // it was asked for once more
        if (welcome == null || welcome.isCorrecting()) welcome(false);
        if (welcome != null) welcome.fill(link);
    }

    /// Says it where the user looks: the form fills the window, and covers the notices.
    private void brokenLink() {
        WindowFrame now = frame;
        if (now == null || welcome != null && welcome.saysThatLinkIsBroken()) return;
        now.shell().notices().problem(BROKEN_LINK, now.texts().get("link.broken"));
    }

    /// Makes all pages anew, in the language of now; the user stays in the same place of the page in front.
    void rebuild() {
        WindowFrame before = frame;
        if (before == null) return;
        String front = before.shell().front();
        PositionInPage place = PositionInPage.of(before.shell().view());
        closeFrame();
        build();
        showShell(front.isEmpty() ? WindowFrame.CHATS : front);
        if (frame != null) place.restore(frame.shell().view());
        if (frame != null) frame.chatsPage(); // it counts what is unread, also while another page is in front
    }

    private void build() {
        var made = new WindowFrame(ports, new WindowFrame.Threads(fx, background), preferences, lasting, this,
                this::showShell);
        frame = made;
        made.shell().takeFiles(this::send);
        inView.bind(made.inView());
        helping.bind(made.helping());
        made.unread().subscribe((_, now) -> {
            unread.set(now.intValue());
            if (welcome == null) show.accept(made.shell().view(), made.title());
        });
    }

    private void showShell(String page) {
        WindowFrame now = frame;
        if (now == null) return;
        closeWelcome();
        show.accept(now.shell().view(), now.title());
        now.shell().show(page);
        askToWhom();
    }

    private void welcome(boolean first) {
        WindowFrame now = frame;
        if (now == null) return;
        Runnable done = () -> showShell(now.shell().front().isEmpty() ? WindowFrame.CHATS : now.shell().front());
        welcome(new WelcomePage(now.context(), done, first, lasting.newRoom()));
    }

    private void welcome(WelcomePage page) {
        closeWelcome();
        welcome = page;
        show.accept(page.view(), "Landline");
        page.view().applyCss(); // its fields are in the scene only then
        page.shown();
    }

    private void closeWelcome() {
        WelcomePage page = welcome;
        welcome = null;
        if (page != null) page.close();
    }

    @Override
    public void conversation(String key) {
        WindowFrame now = frame;
        if (now == null) return;
        showShell(WindowFrame.CHATS);
        now.chatsPage().open(key);
    }

    /// The same with what is new there in sight.
    void news(String key) {
        conversation(key);
        WindowFrame now = frame;
        if (now != null) now.chatsPage().openAtNew(key);
    }

    /// The page of conversations.
    void list() {
        if (frame != null) showShell(WindowFrame.CHATS);
    }

    @Override
    public void person(Fingerprint peer) {
        WindowFrame now = frame;
        if (now != null) sheet(close -> new PersonSheet(now.context(), peer, close));
    }

    @Override
    public void room(String key) {
        WindowFrame now = frame;
        if (now != null) sheet(close -> new RoomSheet(now.context(), key, close, this::roomsChanged));
    }

    /// A room was left, or is there again. The user may be on another page by then, and stays there.
    private void roomsChanged() {
        if (frame != null) frame.chatsPage().refresh();
    }

    @Override
    public void sheet(Function<Runnable, Page> made) {
        WindowFrame now = frame;
        if (now != null) now.shell().panel(made);
    }

    @Override
    public void shortcuts() {
        WindowFrame now = frame;
        if (now != null) now.shell().showShortcuts();
    }

    @Override
    public void newRoom() {
        welcome(false);
    }

    @Override
    public void correctWords(String key) {
        WindowFrame now = frame;
        if (now == null) return;
        background.run(() -> ports.rooms().rooms().stream().filter(room -> room.key().equals(key)).findFirst(),
                room -> room.ifPresent(
                        it -> welcome(WelcomePage.correcting(now.context(), () -> conversation(key), it))),
                _ -> newRoom());
    }

    @Override
    public void transfers() {
        showShell(WindowFrame.TRANSFERS);
    }

    @Override
    public void doctor() {
        showShell(WindowFrame.DOCTOR);
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
        WindowFrame now = frame;
        if (now != null) now.shell().notices().problem(now.texts().format(sentence, what));
    }

    /// Hands over to the node what it has yet to keep, and waits for it. Any thread but the JavaFX one.
    void keep() {
        lasting.chats().drafts().flush();
    }

    private void closeFrame() {
        WindowFrame now = frame;
        frame = null;
        closeWelcome();
        if (now == null) return;
        now.close();
    }

    @Override
    public void close() {
        closeFrame();
        lasting.close();
    }
}
