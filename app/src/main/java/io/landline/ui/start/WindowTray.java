package io.landline.ui.start;

import io.landline.desktop.DesktopTray;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.ui.fx.FxThread;
import io.landline.ui.settings.WindowPreferences;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/// The window's item in the tray: what it says, what it does, and what closing the window means while it is shown.
/// JavaFX thread, where nothing else is said.
final class WindowTray implements DesktopTray.Listener, AutoCloseable {
    /// A panel that starts again is back by then. After it, a hidden window without an item comes back.
    static final Duration TRAY_GONE_MAX = Duration.ofSeconds(10);

    /// The window as the tray sees it.
    interface Window {
        boolean isShowing();

        boolean isMinimized();

        /// Comes to the front, also if it was hidden.
        void open();

        void hide();

        /// Asks what closing means from now on.
        ///
        /// @return false where nothing can be asked now
        boolean ask(Consumer<WhenClosed> answer);

        /// Ends the program.
        void quit();

        /// Ends the program, after a question where others still get files from it.
        void leave();
    }

    private final FxThread fx;
    private final Window window;
    private final WindowPreferences chosen;
    private final Consumer<Runnable> later;
    private final DesktopTray tray;
    private boolean isShown;
    private boolean isOnItsWay;
    private boolean closed;

    /// @param later runs something on the JavaFX thread when [#TRAY_GONE_MAX] is over
    /// @param tray made over the listener that it gets
    WindowTray(FxThread fx, Window window, WindowPreferences chosen, Consumer<Runnable> later,
            Function<DesktopTray.Listener, DesktopTray> tray) {
        this.fx = fx;
        this.window = window;
        this.chosen = chosen;
        this.later = later;
        this.tray = tray.apply(this);
    }

    /// @param unread messages
    /// @param calling whether something calls the user now
    /// @param helping how many still get files from this computer
    void show(int unread, boolean calling, int helping) {
        if (closed) return;
        tray.show(new DesktopTray.Content(unread, calling, words(chosen.language().get(), unread, helping)));
    }

    private static DesktopTray.Words words(Language language, int unread, int helping) {
        Texts texts = Texts.beside(WindowTray.class, language);
        String news = texts.format("tray.unread", unread);
        return new DesktopTray.Words(helping > 0 ? texts.format("tray.helping", news, helping) : news,
                texts.get("tray.open"), texts.get("tray.quit"), language.isMirrored());
    }

    /// Whether the desktop shows the item.
    boolean isShown() {
        return isShown;
    }

    /// The window started minimized: it is hidden once the item is shown, if closing it means the tray.
    void goThere() {
        isOnItsWay = true;
        arrive();
    }

    /// The window is minimized no more. If that lasts, somebody opened it, and it does not go there by itself. A window
    /// that starts minimized is not for some milliseconds, under X11.
    void unminimized() {
        if (!isOnItsWay) return;
        later.accept(() -> {
            if (!window.isMinimized()) isOnItsWay = false;
        });
    }

    private void arrive() {
        if (!isOnItsWay || !isShown) return;
        isOnItsWay = false;
        if (chosen.whenClosed().get() == WhenClosed.TRAY && window.isMinimized()) window.hide();
    }

    /// The user closes the window.
    void closeRequested() {
        WhenClosed meaning = isShown ? chosen.whenClosed().get() : WhenClosed.QUIT;
        switch (meaning) {
            case ASK -> {
                if (!window.ask(this::answered)) window.leave();
            }
            case TRAY -> window.hide();
            case QUIT -> window.leave();
        }
    }

    private void answered(WhenClosed answer) {
        chosen.whenClosed().set(answer);
        if (answer == WhenClosed.QUIT) {
            window.quit();
        } else if (isShown) { // else there is nothing to open it by
            window.hide();
        }
    }

    @Override
    public void opened() {
        fx.post(() -> {
            if (!closed) window.open();
        });
    }

    @Override
    public void quit() {
        fx.post(() -> {
            if (!closed) window.leave();
        });
    }

    @Override
    public void shown(boolean now) {
        fx.post(() -> {
            isShown = now;
            arrive();
            if (!isLeftAlone()) return;
            later.accept(() -> {
                if (isLeftAlone()) window.open();
            });
        });
    }

    /// Whether nothing on the screen leads to the window.
    private boolean isLeftAlone() {
        return !closed && !isShown && !window.isShowing();
    }

    @Override
    public void close() {
        closed = true;
    }

    /// Takes the item away, and waits for that for a moment. Any thread but the JavaFX one; while the system ends the
    /// process, without [#close] before it.
    void end() {
        tray.close();
    }
}
