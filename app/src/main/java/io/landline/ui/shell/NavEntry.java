package io.landline.ui.shell;

import io.landline.ui.page.Page;
import java.util.function.Supplier;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import org.kordamp.ikonli.feather.Feather;

/// A page in the navigation, made when it is first shown.
///
/// @param id for the keyboard's order, for tests and for style
/// @param badge a number beside the icon
public record NavEntry(String id, Feather icon, String label, Badge badge, Supplier<Page> page) {
    /// What a number beside an icon asks of the user.
    public enum Tone {
        /// Something waits for the user.
        CALLS,
        /// It is so, and nothing has to be done.
        TELLS
    }

    /// @param number 0 shows none
    public record Badge(ObservableIntegerValue number, Tone tone) {
        public static Badge none() {
            return new Badge(new SimpleIntegerProperty(), Tone.TELLS);
        }
    }
}
