package io.landline.ui.page;

import javafx.scene.Parent;

/// One page of the window: made when it is first shown, closed when the window closes or its language changes. JavaFX
/// thread.
public interface Page extends AutoCloseable {
    Parent view();

    /// It is in front now: the keyboard goes to its first control.
    void shown();

    /// Another page is in front.
    default void hidden() {}

    /// Detaches all that was attached.
    @Override
    void close();
}
