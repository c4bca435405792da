package io.landline.ui.settings;

import io.landline.desktop.LoginStart;
import io.landline.language.Texts;
import io.landline.ui.fx.Background;
import io.landline.ui.page.Notices;
import io.landline.ui.page.PageContext;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether the desktop starts Landline when the user logs in. What the desktop has is what is shown: its own settings
/// change it, too. JavaFX thread.
final class LoginStartViewModel {
    private static final System.Logger LOG = System.getLogger(LoginStartViewModel.class.getName());

    private final Optional<LoginStart> desktop;
    private final Background background;
    private final Notices notices;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper isOn = new ReadOnlyBooleanWrapper();

    LoginStartViewModel(PageContext context, Texts texts, Optional<LoginStart> desktop) {
        this.desktop = desktop;
        this.texts = texts;
        background = context.background();
        notices = context.notices();
        look();
    }

    /// Whether it can be chosen here.
    boolean isPossible() {
        return desktop.isPresent();
    }

    ReadOnlyBooleanProperty isOn() {
        return isOn.getReadOnlyProperty();
    }

    private void look() {
        desktop.ifPresent(it -> background.run(it::isOn, isOn::set, _ -> {}));
    }

    /// What holds is shown afterwards, chosen or not.
    void choose(boolean on) {
        isOn.set(on);
        desktop.ifPresent(it -> background.run(() -> {
            it.set(on);
            return on;
        }, _ -> look(), e -> {
            LOG.log(System.Logger.Level.WARNING, "the start at login could not be changed", e);
            notices.problem(texts.get("login.failed"));
            look();
        }));
    }
}
