package io.landline.ui.settings;

import io.landline.language.Language;
import io.landline.settings.LookSettings.Theme;
import io.landline.ui.page.PageContext;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// How the window looks: follows what is chosen here or by a shortcut. JavaFX thread.
final class LookViewModel implements AutoCloseable {
    private final PageContext context;
    private final WindowPreferences window;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.SYSTEM);
    private final ReadOnlyIntegerWrapper zoomPercent = new ReadOnlyIntegerWrapper(WindowPreferences.ZOOM_PERCENT_USUAL);
    private final ReadOnlyBooleanWrapper reducedMotion = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper enterBreaks = new ReadOnlyBooleanWrapper();
    private final Subscription watching;

    LookViewModel(PageContext context, WindowPreferences window) {
        this.context = context;
        this.window = window;
        watching = window.theme()
                .subscribe(theme::set)
                .and(window.zoomPercent().subscribe(p -> zoomPercent.set(p.intValue())))
                .and(window.look().subscribe(chosen -> {
                    reducedMotion.set(chosen.reducedMotion());
                    enterBreaks.set(chosen.enterBreaks());
                }));
    }

    ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    void choose(Theme chosen) {
        window.theme().set(chosen);
    }

    Language language() {
        return window.language().get();
    }

    /// Runs later: the window closes the page on which it was chosen.
    void choose(Language chosen) {
        if (chosen != window.language().get()) context.fx().post(() -> window.language().set(chosen));
    }

    /// Whether nothing moves by itself.
    ReadOnlyBooleanProperty reducedMotion() {
        return reducedMotion.getReadOnlyProperty();
    }

    void reduceMotion(boolean chosen) {
        window.look().set(window.look().get().withReducedMotion(chosen));
    }

    /// Whether Enter begins a new line and Shift+Enter sends.
    ReadOnlyBooleanProperty enterBreaks() {
        return enterBreaks.getReadOnlyProperty();
    }

    void breakWithEnter(boolean chosen) {
        window.look().set(window.look().get().withEnterBreaks(chosen));
    }

    ReadOnlyIntegerProperty zoomPercent() {
        return zoomPercent.getReadOnlyProperty();
    }

    /// Larger.
    void zoomIn() {
        zoom(zoomPercent.get() + WindowPreferences.ZOOM_PERCENT_STEP);
    }

    /// Smaller.
    void zoomOut() {
        zoom(zoomPercent.get() - WindowPreferences.ZOOM_PERCENT_STEP);
    }

    void zoomUsual() {
        zoom(WindowPreferences.ZOOM_PERCENT_USUAL);
    }

    private void zoom(int percent) {
        window.zoomPercent()
                .set(Math.clamp(percent, WindowPreferences.ZOOM_PERCENT_MIN, WindowPreferences.ZOOM_PERCENT_MAX));
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
