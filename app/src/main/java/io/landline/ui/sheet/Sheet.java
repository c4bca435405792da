package io.landline.ui.sheet;

import io.landline.ui.page.Page;

/// A page that lies over the others and is closed by Escape. JavaFX thread.
public interface Sheet extends Page {
    @Override
    SheetScroll view();

    @Override
    default void shown() {
        view().shown();
    }
}
