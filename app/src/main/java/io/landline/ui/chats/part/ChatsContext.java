package io.landline.ui.chats.part;

import io.landline.language.Texts;
import io.landline.settings.LookSettings;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.transfers.TransfersViewModel;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;

/// What every part of the chats page gets. Immutable; JavaFX thread.
///
/// @param transfers the offers with cards in timelines
/// @param look has the emoji used last
public record ChatsContext(PageContext page, Texts texts, TimeFormatter times, InstantSource clock,
        TransfersViewModel transfers, ObjectProperty<LookSettings> look) {
    /// @param texts those of the page
    public static ChatsContext of(PageContext page, Texts texts, TransfersViewModel transfers,
            ObjectProperty<LookSettings> look) {
        return new ChatsContext(page, texts, new TimeFormatter(page.language(), ZoneId.systemDefault()),
                InstantSource.system(), transfers, look);
    }

    /// The day that it is now, where this computer is.
    public LocalDate today() {
        return times.day(clock.instant());
    }
}
