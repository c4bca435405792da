package io.landline.ui.page;

import javafx.scene.input.KeyEvent;

/// Gives keys to a page that stands alone, as the window's frame gives them to the page in front. JavaFX thread.
public final class PageKeys {
    private PageKeys() {}

    public static void give(Page page) {
        page.view().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            for (Shortcut each : Shortcut.values()) {
                if (!event.isConsumed() && each.matches(event) && page.act(each)) event.consume();
            }
        });
    }
}
