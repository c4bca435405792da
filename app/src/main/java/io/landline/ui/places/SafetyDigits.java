package io.landline.ui.places;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.TilePane;

/// A safety number, large: six groups of five digits in two rows of three, and in rows of two where a narrow window has
/// large letters. JavaFX thread.
final class SafetyDigits extends TilePane {
    private static final int COLUMNS = 3;

    SafetyDigits() {
        setId("safety-number");
        setPrefColumns(COLUMNS);
        setMaxWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true); // a screen reader gets there by Tab
        getStyleClass().add("safety-digits");
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // both people see the same rows, also in a mirrored window
    }

    /// @param number groups with a blank between
    void show(String number) {
        setAccessibleText(number);
        getChildren().clear();
        String[] groups = number.split(" ");
        for (String each : groups) {
            var group = new Label(each);
            group.getStyleClass().add("safety-group");
            getChildren().add(group);
        }
    }
}
