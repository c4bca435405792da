package io.landline.ui.welcome;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Two boxes beside each other, or one below the other where the window is narrow. The order of Tab is that of the eye.
/// JavaFX thread.
final class SideBySide extends GridPane {
    /// In `em`: below, a field would hold fewer than twenty letters.
    private static final double WIDE_MIN = 42;
    private static final double HALF_PERCENT = 50;

    private ChoiceCard first;
    private ChoiceCard second;
    private boolean wide;

    SideBySide(ChoiceCard first, ChoiceCard second) {
        this.first = first;
        this.second = second;
        getStyleClass().add("welcome-side-by-side");
        getChildren().setAll(first, second);
        GridPane.setHgrow(first, Priority.ALWAYS);
        GridPane.setHgrow(second, Priority.ALWAYS);
        arrange();
        widthProperty().subscribe(width -> {
            boolean fits = width.doubleValue() >= WIDE_MIN * first.fontSize();
            if (fits == wide) return;
            wide = fits;
            arrange();
        });
    }

    /// Lets this one of the two come first, also for Tab.
    void lead(ChoiceCard card) {
        if (card == first) return;
        second = first;
        first = card;
        getChildren().setAll(first, second);
        arrange();
    }

    private void arrange() {
        GridPane.setConstraints(first, 0, 0);
        GridPane.setConstraints(second, wide ? 1 : 0, wide ? 0 : 1);
        getColumnConstraints().setAll(wide ? List.of(half(), half()) : List.of(whole()));
    }

    private static ColumnConstraints half() {
        var column = new ColumnConstraints();
        column.setPercentWidth(HALF_PERCENT);
        return column;
    }

    private static ColumnConstraints whole() {
        var column = new ColumnConstraints();
        column.setPercentWidth(2 * HALF_PERCENT);
        return column;
    }
}
