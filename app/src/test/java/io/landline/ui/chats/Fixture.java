package io.landline.ui.chats;

import io.landline.filetransfer.AcceptRule;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Preferences;
import io.landline.peer.Fingerprint;
import io.landline.picture.FakeThumbnails;
import io.landline.picture.Thumbnails;
import io.landline.settings.LookSettings;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.FakeExaminer;
import io.landline.ui.page.FakeLookAround;
import io.landline.ui.page.FakePacketTap;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.NodePorts.NetworkPorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.settings.FakePreferences;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.transfers.TransfersViewModel;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;

/// A node that is not there, for the chats page. Everything happens at once, on the thread of the test.
public final class Fixture {
    public static final Fingerprint SELF = FakeChats.peer(200);
    public static final Fingerprint MAX = FakeChats.peer(1);

    public final FakeChats chats = new FakeChats(SELF);
    public final FakeContacts roster = new FakeContacts();
    final FakeNode rooms = new FakeNode();
    final List<NodeWatcher> watchers = new ArrayList<>();
    public final FakeWindow window = new FakeWindow();
    public Path downloads = Path.of("/downloads");
    public final FakeTransfers transfers = new FakeTransfers();
    public Thumbnails thumbnails = new FakeThumbnails();
    /// Of a page whose time can pass.
    Instant now = FakeChats.START;
    public final PageContext context;
    public final ChatsMemory memory;
    final ObjectProperty<LookSettings> look;

    public Fixture() { this(new FxThread(Runnable::run, Runnable::run), Language.ENGLISH); }

    public Fixture(FxThread fx, Language language) {
        var node = new NodePorts(SELF, chats, transfers, roster, rooms,
                preferences(), watcher -> {
                    watchers.add(watcher);
                    return () -> watchers.remove(watcher);
                }, new NetworkPorts(new FakePacketTap(), new FakeExaminer(), new FakeLookAround()));
        context = window.context(node, fx, language);
        memory = ChatsMemory.of(chats, context.background());
        look = new FakePreferences(language).look();
    }

    public ChatsContext chatsContext(Instant now) {
        return chatsContext(InstantSource.fixed(now));
    }

    public ChatsContext chatsContext(InstantSource clock) {
        var times = new TimeFormatter(context.language(), ZoneOffset.UTC);
        return new ChatsContext(context, context.texts(ChatsPage.class), times, clock,
                new TransfersViewModel(context, thumbnails), look);
    }

    /// The page, as one that remembers nothing yet.
    public ChatsViewModel freshPage() {
        return new ChatsViewModel(context, times(), ChatsMemory.of(context.node().chats(), context.background()));
    }

    public static TimeFormatter times() {
        return new TimeFormatter(Language.ENGLISH, ZoneOffset.UTC);
    }

    private Preferences preferences() {
        return (Preferences) Proxy.newProxyInstance(Preferences.class.getClassLoader(),
                new Class<?>[]{Preferences.class}, (_, method, _) -> {
                    if (!method.getName().equals("chosen")) throw new AssertionError("nothing is set here: " + method);
                    return new Preferences.Chosen("Me", downloads, AcceptRule.ASK, List.of(), List.of());
                });
    }

    public void publish(NodeEvent event) {
        for (NodeWatcher watcher : List.copyOf(watchers)) watcher.take(event, Instant.EPOCH);
    }
}
