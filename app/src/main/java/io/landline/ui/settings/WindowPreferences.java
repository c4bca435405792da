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

/// What the user chose about the window. A change is applied at once and stored; a listener also hears of changes made
/// elsewhere, as by a shortcut. JavaFX thread.
public interface WindowPreferences {
    /// What the program says of itself.
    ///
    /// @param version as `--version` has it
    record About(String version, Path profile) {}

    int ZOOM_PERCENT_MIN = LookSettings.ZOOM_PERCENT_MIN;
    int ZOOM_PERCENT_MAX = LookSettings.ZOOM_PERCENT_MAX;
    /// A step that is seen and does not jump.
    int ZOOM_PERCENT_STEP = 10;
    int ZOOM_PERCENT_USUAL = 100;

    ObjectProperty<Theme> theme();

    /// The window makes its pages anew.
    ObjectProperty<Language> language();

    /// From [#ZOOM_PERCENT_MIN] to [#ZOOM_PERCENT_MAX].
    IntegerProperty zoomPercent();

    ObjectProperty<NotificationSettings> notifications();

    /// How much moves, what Enter does, and the emoji used last.
    ObjectProperty<LookSettings> look();

    ObjectProperty<WhenClosed> whenClosed();

    /// Has the desktop start the program when the user logs in; empty where there is no way, as on systems where nobody
    /// has shown one to work.
    Optional<LoginStart> atLogin();

    About about();
}
