package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.node.port.Activity;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Preferences.Chosen;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Subscription;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that can be chosen, loaded as one and kept true. JavaFX thread.
final class SettingsViewModel implements AutoCloseable {
    private record Loaded(Chosen chosen, List<OwnRoom> rooms, List<NetworkAdapter> adapters,
            SeenViewModel.Loaded seen) {}

    private final YouViewModel you;
    private final SeenViewModel seen;
    private final FileSettingsViewModel files;
    private final RoomsViewModel rooms;
    private final NetworkSettingsViewModel network;
    private final NotificationsViewModel notifications;
    private final LoginStartViewModel login;
    private final LookViewModel look;
    private final Refresh<Loaded> refresh;
    private final Subscription events;
    private @Nullable Subscription own;
    private boolean closed;

    SettingsViewModel(PageContext context, WindowPreferences window) {
        Texts texts = context.texts(SettingsViewModel.class);
        var node = context.node();
        refresh = new Refresh<>(context.background(),
                () -> {
                    Activity activity = node.contacts().activity();
                    watchOwn(activity);
                    return new Loaded(node.preferences().chosen(), node.rooms().rooms(), node.preferences().adapters(),
                            SeenViewModel.load(activity));
                },
                this::show);
        var changing = new ChangeQueue(context, texts, refresh::changed);
        you = new YouViewModel(context, texts, changing);
        seen = new SeenViewModel(context, texts, changing);
        files = new FileSettingsViewModel(context, texts, changing);
        rooms = new RoomsViewModel(context, refresh::changed);
        network = new NetworkSettingsViewModel(context, texts, changing);
        notifications = new NotificationsViewModel(window);
        login = new LoginStartViewModel(context, texts, window.atLogin());
        look = new LookViewModel(context, window);
        events = node.watch().apply((event, _) -> {
            if (event instanceof NodeEvent.Joined || event instanceof NodeEvent.Ready) refresh.changed();
        });
        refresh.changed();
    }

    /// A command may say it too. The node's part is asked for on the threads that load.
    private synchronized void watchOwn(Activity activity) {
        if (!closed && own == null) own = activity.watchOwn(refresh::changed);
    }

    private synchronized void watchOwnNoMore() {
        closed = true;
        if (own != null) own.close();
    }

    private void show(Loaded loaded) {
        you.show(loaded.chosen().name());
        seen.show(loaded.seen());
        files.show(loaded.chosen());
        rooms.show(loaded.rooms());
        network.show(loaded.chosen(), loaded.adapters());
    }

    YouViewModel you() {
        return you;
    }

    SeenViewModel seen() {
        return seen;
    }

    LoginStartViewModel login() {
        return login;
    }

    FileSettingsViewModel files() {
        return files;
    }

    RoomsViewModel rooms() {
        return rooms;
    }

    NetworkSettingsViewModel network() {
        return network;
    }

    NotificationsViewModel notifications() {
        return notifications;
    }

    LookViewModel look() {
        return look;
    }

    /// Looks again: cards come and go without an event.
    void refresh() {
        refresh.changed();
    }

    @Override
    public void close() {
        events.close();
        watchOwnNoMore();
        refresh.close();
        notifications.close();
        look.close();
    }
}
