package io.landline.violations.ui.list;

import javafx.scene.control.Tooltip;

/// A page with a tooltip of one line, which may leave the screen.
final class ShowsTooltip {
    Tooltip about(String names) {
        return new Tooltip(names);
    }
}
