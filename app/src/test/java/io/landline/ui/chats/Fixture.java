package io.landline.ui.chats;

import io.landline.filetransfer.AcceptRule;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Preferences;
import io.landline.peer.Fingerprint;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.Thumbnails;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.FakeExaminer;
import io.landline.ui.page.FakeLookAround;
import io.landline.ui.page.FakePacketTap;
import io.landline.ui.page.Navigation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.Notices;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.Language;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.transfers.TransfersViewModel;
import io.landline.ui.welcome.FakeNode;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A node that is not there, for the chats page. Everything happens at once, on the thread of the test.
final class Fixture implements Notices, Navigation {
    static final Fingerprint SELF = FakeChats.peer(200);
    static final Fingerprint MAX = FakeChats.peer(1);

    final FakeChats chats = new FakeChats(SELF);
    final FakeContacts roster = new FakeContacts();
    final FakeNode rooms = new FakeNode();
    final List<NodeWatcher> watchers = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<Object> over = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    Remedy undo;
    Path downloads = Path.of("/downloads");
    final List<String> visited = new ArrayList<>();
    final FakeTransfers transfers = new FakeTransfers();
    Thumbnails thumbnails = new FakeThumbnails();
    final PageContext context;

    Fixture() { this(new FxThread(Runnable::run, Runnable::run), Language.ENGLISH); }

    Fixture(FxThread fx, Language language) {
        var node = new NodePorts(SELF, chats, transfers, roster, rooms,
                preferences(), watcher -> {
                    watchers.add(watcher);
                    return () -> watchers.remove(watcher);
                }, new NetworkPorts(new FakePacketTap(), new FakeExaminer(), new FakeLookAround()));
        context = new PageContext(node, fx, new Background(fx, Runnable::run, false), language, this, this);
    }

    ChatsContext chatsContext(Instant now) {
        var moments = new TimeFormatter(context.language(), ZoneOffset.UTC);
        return new ChatsContext(context, context.texts(ChatsPage.class), moments, InstantSource.fixed(now),
                new TransfersViewModel(context, thumbnails), new Drafts(chats, context.background()));
    }

    static TimeFormatter moments() {
        return new TimeFormatter(Language.ENGLISH, ZoneOffset.UTC);
    }

    private Preferences preferences() {
        return (Preferences) Proxy.newProxyInstance(Preferences.class.getClassLoader(),
                new Class<?>[]{Preferences.class}, (_, method, _) -> {
                    if (!method.getName().equals("chosen")) throw new AssertionError("nothing is set here: " + method);
                    return new Preferences.Chosen("Me", downloads, AcceptRule.ASK, List.of(), List.of());
                });
    }

    private static <T> T unused(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port}, (_, method, _) -> {
            throw new AssertionError("the chats page does not ask " + method);
        }));
    }

    void publish(NodeEvent event) {
        for (NodeWatcher watcher : List.copyOf(watchers)) watcher.take(event, Instant.EPOCH);
    }

    @Override
    public void done(String sentence) {
        done.add(sentence);
    }

    @Override
    public void problem(String sentence) {
        problems.add(sentence);
    }

    @Override
    public void problem(Object subject, String sentence) {
        problems.add(sentence);
    }

    @Override
    public void done(String sentence, Remedy remedy) {
        done.add(sentence);
        undo = remedy;
    }

    @Override
    public void problem(Object subject, String sentence, Remedy remedy) {
        problems.add(sentence);
    }

    @Override
    public void over(Object subject) {
        over.add(subject);
    }

    @Override
    public void conversation(String key) {
        visited.add(key);
    }

    @Override
    public void person(Fingerprint peer) {
        visited.add("person " + peer);
    }

    @Override
    public void room(String key) {
        visited.add("room " + key);
    }

    @Override
    public void correctWords(String key) {}

    @Override
    public void newRoom() {
        visited.add("new room");
    }

    @Override
    public void transfers() {
        visited.add("transfers");
    }

    @Override
    public void doctor() {
        visited.add("doctor");
    }

    @Override
    public void shortcuts() {
        visited.add("shortcuts");
    }

    @Override
    public void browse(URI link) {
        visited.add("link " + link);
    }

    @Override
    public void open(Path path) {
        visited.add("open " + path);
    }

    @Override
    public void showInFolder(Path path) {
        visited.add(path.toString());
    }
}
