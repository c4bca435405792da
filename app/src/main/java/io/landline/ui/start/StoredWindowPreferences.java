package io.landline.ui.start;

import io.landline.desktop.LoginStart;
import io.landline.language.Language;
import io.landline.settings.LookSettings;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.focus.FocusInRow;
import io.landline.ui.focus.FocusInSight;
import io.landline.ui.focus.FocusRing;
import io.landline.ui.focus.LostFocus;
import io.landline.ui.fx.Background;
import io.landline.ui.label.ClippedText;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Shortcut;
import io.landline.ui.settings.WindowPreferences;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Theme, language, zoom, motion, what Enter does, notifications and what closing means, as the user chose them:
/// applied at once, kept in the profile. JavaFX thread.
///
/// [Shortcut#LARGER], [Shortcut#SMALLER] and [Shortcut#USUAL_SIZE] change the zoom.
final class StoredWindowPreferences implements WindowPreferences, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StoredWindowPreferences.class.getName());

    private final WindowSettingsFile file;
    private final Background background;
    private final About about;
    private final Optional<LoginStart> atLogin;
    private final Appearance look;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Language> language;
    private final IntegerProperty zoomPercent;
    private final ObjectProperty<NotificationSettings> notifications;
    private final ObjectProperty<LookSettings> looks;
    private final ObjectProperty<WhenClosed> whenClosed;
    private volatile WindowSettings settings;
    private WindowSettings saved; // guarded by file
    private @Nullable Scene scene;

    /// @param atLogin how the desktop is told to start it again; empty where nothing starts it at login
    StoredWindowPreferences(WindowSettingsFile file, WindowSettings stored, Background background, About about,
            Optional<LoginStart> atLogin) {
        this.atLogin = atLogin;
        this.file = file;
        this.background = background;
        this.about = about;
        settings = stored;
        saved = stored;
        String tag = settings.language();
        Language spoken = tag == null ? null : Language.ofTag(tag);
        theme = new SimpleObjectProperty<>(settings.look().theme());
        language = new SimpleObjectProperty<>(spoken == null ? Language.ofSystem() : spoken);
        zoomPercent = new SimpleIntegerProperty(settings.look().zoomPercent());
        notifications = new SimpleObjectProperty<>(settings.notifications());
        looks = new SimpleObjectProperty<>(settings.look());
        whenClosed = new SimpleObjectProperty<>(settings.whenClosed());
        look = new Appearance(theme.get());
        theme.subscribe((_, chosen) -> {
            keep(settings.withTheme(chosen));
            look.theme(chosen);
        });
        language.subscribe((_, chosen) -> {
            keep(settings.withLanguage(chosen.tag()));
            dress();
        });
        zoomPercent.subscribe((_, chosen) -> {
            keep(settings.withZoomPercent(chosen.intValue()));
            if (scene != null) PositionInPage.keep(scene.getRoot(), this::dress);
        });
        notifications.subscribe((_, chosen) -> keep(settings.withNotifications(chosen)));
        looks.subscribe((_, chosen) -> {
            keep(settings.withLook(chosen));
            dress();
        });
        whenClosed.subscribe((_, chosen) -> keep(settings.withWhenClosed(chosen)));
    }

    void attach(Scene shown) {
        scene = shown;
        shown.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        FocusRing.attach(shown);
        LostFocus.attach(shown);
        FocusInSight.attach(shown);
        FocusInRow.attach(shown);
        ClippedText.attach(shown);
        ClickSeries.attach(shown);
        dress();
    }

    /// The scene has a new root.
    void dress() {
        if (scene == null) return;
        Appearance.dress(scene, settings.look().zoomPercent());
        Appearance.mirror(scene, language.get().isMirrored());
        Appearance.reduceMotion(scene, settings.look().reducedMotion());
    }

    WindowSettings settings() {
        return settings;
    }

    /// From now on, and at the next start.
    void keep(WindowSettings chosen) {
        settings = chosen;
        background.run(this::save, _ -> {}, _ -> {});
    }

    /// From now on; on the disk with the next choice, or at the end.
    void keepInMind(WindowSettings chosen) {
        settings = chosen;
    }

    /// Brings what is chosen now to the disk, unless it is there. Any thread, one at a time.
    boolean save() {
        synchronized (file) {
            WindowSettings now = settings;
            if (now.equals(saved)) return false;
            try {
                file.save(now);
                saved = now;
                return true;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "the window's settings could not be saved", e);
                return false;
            }
        }
    }

    @Override
    public ObjectProperty<Theme> theme() {
        return theme;
    }

    @Override
    public ObjectProperty<Language> language() {
        return language;
    }

    @Override
    public IntegerProperty zoomPercent() {
        return zoomPercent;
    }

    @Override
    public ObjectProperty<NotificationSettings> notifications() {
        return notifications;
    }

    @Override
    public ObjectProperty<LookSettings> look() {
        return looks;
    }

    @Override
    public ObjectProperty<WhenClosed> whenClosed() {
        return whenClosed;
    }

    @Override
    public Optional<LoginStart> atLogin() {
        return atLogin;
    }

    @Override
    public About about() {
        return about;
    }

    private void key(KeyEvent event) {
        int zoom = zoomPercent.get();
        if (Shortcut.LARGER.matches(event)) {
            zoom += ZOOM_PERCENT_STEP;
        } else if (Shortcut.SMALLER.matches(event)) {
            zoom -= ZOOM_PERCENT_STEP;
        } else if (Shortcut.USUAL_SIZE.matches(event)) {
            zoom = ZOOM_PERCENT_USUAL;
        } else {
            return;
        }
        zoomPercent.set(Math.clamp(zoom, ZOOM_PERCENT_MIN, ZOOM_PERCENT_MAX));
        event.consume();
    }

    @Override
    public void close() {
        look.close();
    }
}
