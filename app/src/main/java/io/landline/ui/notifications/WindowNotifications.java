package io.landline.ui.notifications;

import io.landline.desktop.DesktopNotifications;
import io.landline.language.Language;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Subscription;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.settings.NotificationSettings;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.fx.Refresh;
import io.landline.ui.notifications.News.Asking;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.NodePorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// Calls the user when something came and the window is not looked at: gathers what the node tells, has
/// [NotificationRules] decide, and hands what the user answers to the window. It outlives the pages. JavaFX thread,
/// where nothing else is said.
public final class WindowNotifications implements NodeWatcher, DesktopNotifications.Listener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WindowNotifications.class.getName());
    /// The subject of the notification that many people share. No conversation is called so.
    static final String SHARED = "people";

    /// What the window does when a notification is answered.
    public interface Window {
        /// Comes to the front with this conversation open, and what is new there in sight.
        void open(String conversation);

        /// Comes to the front with the list of conversations in sight.
        void openList();

        /// An answer could not be sent: it becomes a draft, and the window says why.
        void keep(String conversation, String text, Exception why);
    }

    /// What the user sees, chose and speaks, and the time where the user is.
    public interface UserContext {
        NotificationSettings settings();

        Language language();

        Moment now();
    }

    /// @param wellKnown those of the people who wrote directly that the user knows well
    private record Loaded(List<News> news, List<Conversation> conversations, String ownName,
            Set<Fingerprint> wellKnown) {}

    private final NodePorts node;
    private final FxThread fx;
    private final Background background;
    private final Window window;
    private final UserContext user;
    private final DesktopNotifications desktop;
    private final NotificationRules rules;
    private final Refresh<Loaded> refresh;
    private final Subscription events;
    private final WaitingNews waiting = new WaitingNews();
    private final ConversationWatch changes;
    private final ReadOnlyBooleanWrapper calling = new ReadOnlyBooleanWrapper();
    /// For the node's threads.
    private volatile boolean waitsForReading;
    /// Off, nothing is loaded: in a large profile each load reads all conversations.
    private volatile boolean wanted;
    private boolean closed;

    /// @param desktop made over the listener that it gets
    public WindowNotifications(NodePorts node, FxThread fx, Background background, UserContext user,
            Window window, Function<DesktopNotifications.Listener, DesktopNotifications> desktop) {
        this.node = node;
        this.fx = fx;
        this.background = background;
        this.window = window;
        this.user = user;
        this.desktop = desktop.apply(this);
        rules = new NotificationRules(user.settings(), new NotificationRules.Screen() {
            @Override
            public void show(Notification notification) {
                var formatter = new NotificationFormatter(user.language());
                WindowNotifications.this.desktop.show(formatter.content(notification));
            }

            @Override
            public void takeBack(String conversation) {
                WindowNotifications.this.desktop.takeBack(conversation);
            }

            @Override
            public void show(SharedNotification notification) {
                var formatter = new NotificationFormatter(user.language());
                WindowNotifications.this.desktop.show(formatter.content(SHARED, notification));
            }

            @Override
            public void takeBackShared() {
                WindowNotifications.this.desktop.takeBack(SHARED);
            }
        });
        refresh = new Refresh<>(background, this::load, this::loaded);
        wanted = user.settings().on();
        events = node.watch().apply(this);
        changes = new ConversationWatch(node, background, this::changed, () -> {});
        if (wanted) refresh.changed();
    }

    /// On a thread of the node.
    @Override
    public void take(NodeEvent event, Instant at) {
        Fingerprint by = switch (event) {
            case NodeEvent.Message said -> said.author();
            case NodeEvent.PollAsked asked -> asked.author();
            case NodeEvent.BoxMade made -> made.author();
            case NodeEvent.Deleted deleted -> deleted.on().author();
            case NodeEvent.Edited edited -> edited.on().author();
            case NodeEvent.Joined joined -> joined.peer();
            case NodeEvent.Offered offered -> offered.id().direction() == Direction.IN ? offered.id().peer() : null;
            case NodeEvent _ -> null;
        };
        if (by == null || by.equals(node.self()) || !wanted) return;
        waiting.add(event, node.contacts().isWellKnown(by));
        refresh.changed();
    }

    /// A conversation shows something new; it may have been read. On a thread of the node.
    private void changed(String conversation) {
        if (waitsForReading) refresh.changed();
    }

    /// On a background thread.
    private Loaded load() {
        var news = new ArrayList<News>();
        var names = new HashMap<Fingerprint, String>(); // each is looked up among all people
        for (NodeEvent event : waiting.takeAll()) {
            News read = read(event, peer -> names.computeIfAbsent(peer, this::name));
            if (read != null) news.add(read);
        }
        List<Conversation> all = node.chats().list();
        return new Loaded(news, all, node.preferences().chosen().name(), news.isEmpty() ? Set.of() : wellKnown(all));
    }

    private Set<Fingerprint> wellKnown(List<Conversation> all) {
        return all.stream()
                .map(Conversation::peer)
                .filter(peer -> peer != null && node.contacts().isWellKnown(peer))
                .collect(Collectors.toSet());
    }

    private @Nullable News read(NodeEvent event, Function<Fingerprint, String> name) {
        return switch (event) {
            case NodeEvent.Message said -> new News.MessageCame(said.conversation(), said.name(), said.place().id(),
                    said.text(),
                    said.words().mentions().contains(node.self()));
            case NodeEvent.PollAsked asked -> new News.Asked(asked.conversation(), asked.name(), asked.place().id(),
                    Asking.POLL,
                    asked.poll().question());
            case NodeEvent.BoxMade made -> new News.Asked(made.conversation(), made.name(),
                    made.place().id(), Asking.BOX,
                    made.box().title());
            case NodeEvent.Deleted(var on) -> new News.Deleted(on.conversation(), on.name(), on.target());
            case NodeEvent.Edited(var on, String text, var called) -> new News.Edited(on.conversation(), on.name(),
                    on.target(), text, called.contains(node.self()));
            case NodeEvent.Offered offered -> new News.FilesOffered(offered.conversation(),
                    name.apply(offered.id().peer()),
                    offered.names());
            case NodeEvent.Joined joined -> {
                String key = keyOf(joined.room());
                yield key == null ? null : new News.RoomJoined(key, joined.name());
            }
            case NodeEvent _ -> null;
        };
    }

    private String name(Fingerprint peer) {
        Contact contact = node.contacts().contact(peer);
        return contact == null ? peer.brief() : contact.name();
    }

    private @Nullable String keyOf(String label) {
        for (OwnRoom room : node.rooms().rooms()) if (room.label().equals(label)) return room.key();
        return null;
    }

    private void loaded(Loaded now) {
        if (closed) return;
        rules.nameOf(now.ownName());
        rules.nameWellKnown(now.wellKnown());
        rules.take(now.news(), now.conversations(), user.now());
        decided();
    }

    private void decided() {
        waitsForReading = rules.waitsForReading();
        calling.set(rules.anyStanding());
    }

    /// Whether a notification stands on the screen.
    public ReadOnlyBooleanProperty calling() {
        return calling.getReadOnlyProperty();
    }

    /// The user looks elsewhere now.
    ///
    /// @param hasFocus whether the window has the keyboard
    /// @param shown the conversation that is open on its page in front; null for none
    public void look(boolean hasFocus, @Nullable String shown) {
        rules.look(hasFocus, shown);
        decided();
    }

    /// The user chose other settings.
    public void choose(NotificationSettings chosen) {
        rules.choose(chosen);
        decided();
        boolean isNewlyWanted = chosen.on() && !wanted;
        wanted = chosen.on();
        if (isNewlyWanted) refresh.changed(); // what came meanwhile is no news
    }

    @Override
    public void opened(String subject) {
        fx.post(() -> {
            if (closed) return;
            if (subject.equals(SHARED)) {
                window.openList();
            } else {
                window.open(subject);
            }
        });
    }

    /// Sent as from the composer: what it would refuse, or what fails, is there again as a draft. Who answers has read
    /// what was shown.
    @Override
    public void replied(String subject, String text) {
        fx.post(() -> {
            if (closed || text.isBlank() || subject.equals(SHARED)) return;
            background.run(() -> answer(subject, text), _ -> {}, why -> window.keep(subject, text, why));
        });
    }

    /// On a background thread. Fails where nothing was sent.
    private Chats.StoredText answer(String conversation, String text) throws CommandException {
        Chats.StoredText said = node.chats().say(conversation, text);
        try {
            node.chats().read(conversation);
            node.chats().history().markUnread(conversation, false);
        } catch (CommandException e) { // it was sent: nothing is to be written again
            LOG.log(System.Logger.Level.INFO, "an answered conversation still counts as unread", e);
        }
        return said;
    }

    @Override
    public void gone(String subject) {
        fx.post(() -> {
            if (subject.equals(SHARED)) {
                rules.sharedGone(user.now().uptime());
            } else {
                rules.gone(subject);
            }
            decided();
        });
    }

    @Override
    public void close() {
        closed = true;
        events.close();
        refresh.close();
        changes.close();
    }

    /// Takes back what stands, since it would lead nowhere, and waits for that for a moment. Any thread but the JavaFX
    /// one; while the system ends the process, without [#close] before it.
    public void end() {
        desktop.close();
    }
}
