package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Preferences.Chosen;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Subscription;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import java.util.List;

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
    /// A command may say it too.
    private final Subscription ownStatus;

    SettingsViewModel(PageContext context, WindowPreferences window) {
        Texts texts = context.texts(SettingsViewModel.class);
        var node = context.node();
        refresh = new Refresh<>(context.background(),
                () -> new Loaded(node.preferences().chosen(), node.rooms().rooms(), node.preferences().adapters(),
                        SeenViewModel.load(node.contacts().activity())),
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
        ownStatus = node.contacts().activity().watchOwn(refresh::changed);
        refresh.changed();
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
        ownStatus.close();
        refresh.close();
        notifications.close();
        look.close();
    }
}
