package io.landline.ui.settings;

import io.landline.desktop.LoginStart;
import io.landline.language.Language;
import io.landline.settings.LookSettings;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Preferences of a window that is not there.
public final class FakePreferences implements WindowPreferences {
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObjectProperty<Language> language;
    private final IntegerProperty zoomPercent = new SimpleIntegerProperty(ZOOM_PERCENT_USUAL);

    private final ObjectProperty<NotificationSettings> notifications = new SimpleObjectProperty<>(
            NotificationSettings.DEFAULTS);

    private final ObjectProperty<LookSettings> look = new SimpleObjectProperty<>(LookSettings.DEFAULTS);
    private final ObjectProperty<WhenClosed> whenClosed = new SimpleObjectProperty<>(WhenClosed.ASK);

    public Optional<LoginStart> atLogin = Optional.empty();

    public FakePreferences(Language language) { this.language = new SimpleObjectProperty<>(language); }

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
        return look;
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
        return new About("0.1.0", Path.of("/home/max/.local/share/landline"));
    }
}
