package io.landline.ui.page;

import java.util.List;
import javafx.scene.Parent;

/// One page of the window: made when it is first shown, closed when the window closes or its language changes. JavaFX
/// thread.
public interface Page extends AutoCloseable {
    Parent view();

    /// It is in front now: the keyboard goes to its first control.
    void shown();

    /// The parts between which a key moves, in reading order.
    default List<PagePart> parts() {
        return List.of(PagePart.of(view()));
    }

    /// Does what a key stands for; false where it means nothing here.
    default boolean act(Shortcut shortcut) {
        return false;
    }

    /// Another page is in front.
    default void hidden() {}

    /// Detaches all that was attached.
    @Override
    void close();
}
