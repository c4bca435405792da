package io.landline.ui.start;

import io.landline.desktop.AwtNotifications;
import io.landline.desktop.DesktopNotifications;
import io.landline.desktop.SessionBusNotifications;
import io.landline.desktop.SessionBusTray;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.notifications.Moment;
import io.landline.ui.notifications.WindowNotifications;
import io.landline.ui.page.NodePorts;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// What the desktop does for the window while nobody looks at it: notifications, and an item in the tray. JavaFX
/// thread, where nothing else is said.
final class DesktopServices implements AutoCloseable {
    /// What both may do with the window.
    interface Window {
        /// Comes to the front.
        void raise();

        /// Closes node and window.
        void quit();

        /// The same, after a question where others still get files from here.
        void leave();
    }

    private final Stage stage;
    private final StoredWindowPreferences preferences;
    private final NodeWindow content;
    private final Window window;
    private final WindowNotifications notifications;
    private final @Nullable WindowTray tray;

    DesktopServices(NodePorts ports, FxThread fx, Background background, Stage stage,
            StoredWindowPreferences preferences,
            NodeWindow content, Window window, DesktopKind desktop) {
        this.stage = stage;
        this.preferences = preferences;
        this.content = content;
        this.window = window;
        notifications = new WindowNotifications(ports, fx, background, userContext(), answers(),
                listener -> notifications(desktop, listener));
        preferences.notifications().subscribe(notifications::choose);
        stage.focusedProperty().subscribe(this::looked);
        stage.showingProperty().subscribe(this::looked);
        content.inView().subscribe(this::looked);
        tray = desktop instanceof DesktopKind.Bus(String address) ? tray(fx, address) : null;
        stage.iconifiedProperty().subscribe((_, isMinimized) -> {
            if (tray != null && !isMinimized) tray.unminimized();
        });
        content.unread().subscribe(this::showTray);
        content.helping().subscribe(this::showTray);
        notifications.calling().subscribe(this::showTray);
        preferences.language().subscribe(this::showTray);
        looked();
        showTray();
    }

    private DesktopNotifications notifications(DesktopKind desktop, DesktopNotifications.Listener listener) {
        return switch (desktop) {
            case DesktopKind.Bus(String address) -> new SessionBusNotifications(address, preferences.about().profile(),
                    listener);
            case DesktopKind.Awt _ -> new AwtNotifications(TrayPictures.of(stage.getIcons()), listener);
            case DesktopKind.None _ -> throw new IllegalArgumentException("there is no desktop");
        };
    }

    private WindowTray tray(FxThread fx, String address) {
        return new WindowTray(fx, hidable(), preferences, DesktopServices::later,
                listener -> new SessionBusTray(address, TrayPictures.of(stage.getIcons()), listener));
    }

    private WindowNotifications.UserContext userContext() {
        long openedNanos = System.nanoTime();
        return new WindowNotifications.UserContext() {
            @Override
            public NotificationSettings settings() {
                return preferences.notifications().get();
            }

            @Override
            public Language language() {
                return preferences.language().get();
            }

            @Override
            public Moment now() {
                return new Moment(Duration.ofNanos(System.nanoTime() - openedNanos), LocalTime.now());
            }
        };
    }

    private WindowNotifications.Window answers() {
        return new WindowNotifications.Window() {
            @Override
            public void open(String conversation) {
                content.news(conversation);
                window.raise();
            }

            @Override
            public void openList() {
                content.list();
                window.raise();
            }

            @Override
            public void keep(String conversation, String text, Exception why) {
                content.keepUnsent(conversation, text, why);
            }
        };
    }

    private WindowTray.Window hidable() {
        return new WindowTray.Window() {
            @Override
            public boolean isShowing() {
                return stage.isShowing();
            }

            @Override
            public boolean isMinimized() {
                return stage.isIconified();
            }

            @Override
            public void open() {
                window.raise();
            }

            @Override
            public void hide() {
                preferences.keep(WindowBounds.kept(stage, preferences.settings()));
                stage.hide();
            }

            @Override
            public boolean ask(Consumer<WhenClosed> answer) {
                Texts texts = Texts.beside(ClosingQuestion.class, preferences.language().get());
                return content.ask(leave -> new ClosingQuestion(texts, content.helping().get(), leave, answer));
            }

            @Override
            public void quit() {
                window.quit();
            }

            @Override
            public void leave() {
                window.leave();
            }
        };
    }

    private static void later(Runnable work) {
        var pause = new PauseTransition(javafx.util.Duration.millis(WindowTray.TRAY_GONE_MAX.toMillis()));
        pause.setOnFinished(_ -> work.run());
        pause.play();
    }

    private void looked() {
        boolean isShowing = stage.isShowing(); // hidden, it may keep the focus
        notifications.look(stage.isFocused() && isShowing, content.inView().get());
    }

    private void showTray() {
        if (tray != null) tray.show(content.unread().get(), notifications.calling().get(), content.helping().get());
    }

    /// Whether the desktop shows an item of ours in its tray.
    boolean isInTray() {
        return tray != null && tray.isShown();
    }

    /// Hides the window as soon as the tray shows it, if closing it leaves it there, and nobody has opened it by then.
    void goToTray() {
        if (tray != null) tray.goThere();
    }

    /// The user closes the window: by the tray's rules, where there is one.
    void closeRequested() {
        if (tray == null) {
            window.leave();
        } else {
            tray.closeRequested();
        }
    }

    @Override
    public void close() {
        notifications.close();
        if (tray != null) tray.close();
    }

    /// Takes back what stands on the desktop, and waits for that for a moment. Any thread but the JavaFX one; while the
    /// system ends the process, without [#close] before it.
    void end() {
        notifications.end();
        if (tray != null) tray.end();
    }
}
