package io.landline.ui.settings;

import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/// Which notifications the user wants, and whether the program stays in the tray. JavaFX thread.
final class NotificationsViewModel implements AutoCloseable {
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    /// Quiet hours begin and end at such steps.
    private static final int STEP_MINUTES = 30;

    private final ObjectProperty<NotificationSettings> stored;
    private final ReadOnlyObjectWrapper<NotificationSettings> chosen;
    private final ObjectProperty<WhenClosed> whenClosed;
    private final ReadOnlyBooleanWrapper staysInTray;
    private final Subscription watching;

    NotificationsViewModel(WindowPreferences window) {
        stored = window.notifications();
        chosen = new ReadOnlyObjectWrapper<>(stored.get());
        whenClosed = window.whenClosed();
        staysInTray = new ReadOnlyBooleanWrapper();
        watching = stored.subscribe(chosen::set)
                .and(whenClosed.subscribe(means -> staysInTray.set(means == WhenClosed.TRAY)));
    }

    ReadOnlyObjectProperty<NotificationSettings> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Changes one of them.
    void choose(UnaryOperator<NotificationSettings> change) {
        stored.set(change.apply(stored.get()));
    }

    /// Whether the program goes on in the tray when its window is closed. Not before the user said so.
    ReadOnlyBooleanProperty staysInTray() {
        return staysInTray.getReadOnlyProperty();
    }

    /// Chooses it; the window asks no more.
    void stayInTray(boolean stays) {
        whenClosed.set(stays ? WhenClosed.TRAY : WhenClosed.QUIT);
    }

    /// The times that are offered for quiet hours, and the one that holds now, wherever it came from.
    List<LocalTime> times(LocalTime now) {
        Stream<LocalTime> steps = IntStream.range(0, MINUTES_OF_A_DAY / STEP_MINUTES)
                .mapToObj(step -> LocalTime.MIDNIGHT.plusMinutes((long) step * STEP_MINUTES));
        return Stream.concat(steps, Stream.of(now)).distinct().sorted().toList();
    }

    @Override
    public void close() {
        watching.unsubscribe();
    }
}
