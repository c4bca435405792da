package io.landline.ui.chats;

import io.landline.language.Texts;
import io.landline.settings.LookSettings;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.transfers.TransfersViewModel;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;

/// What every part of the chats page gets. Immutable; JavaFX thread.
///
/// @param transfers the offers with cards in timelines
/// @param look has the emoji used last
/// @param memory of all conversations; it outlives the page
record ChatsContext(PageContext page, Texts texts, TimeFormatter moments, InstantSource clock,
        TransfersViewModel transfers, ChatsMemory memory, ObjectProperty<LookSettings> look) {
    static ChatsContext of(PageContext page, TransfersViewModel transfers, ChatsMemory memory,
            ObjectProperty<LookSettings> look) {
        return new ChatsContext(page, page.texts(ChatsPage.class),
                new TimeFormatter(page.language(), ZoneId.systemDefault()),
                InstantSource.system(), transfers, memory, look);
    }
}
