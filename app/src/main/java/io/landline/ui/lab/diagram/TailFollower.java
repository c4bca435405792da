package io.landline.ui.lab.diagram;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;

/// Keeps a growing list scrolled to its end, unless its reader has scrolled up. JavaFX thread.
final class TailFollower {
    private static final double NEARLY = 0.999;

    private final ListView<?> list;

    TailFollower(ListView<?> list) { this.list = list; }

    /// The list has changed. It was laid out last before that, so its bar still tells where its reader is.
    void follow() {
        ObservableList<?> rows = list.getItems();
        if (rows != null && !rows.isEmpty() && isAtEnd()) list.scrollTo(rows.size() - 1);
    }

    private boolean isAtEnd() {
        for (Node each : list.lookupAll(".scroll-bar:vertical")) {
            if (each instanceof ScrollBar bar && bar.isVisible()) return bar.getValue() >= NEARLY * bar.getMax();
        }
        return true;
    }
}
