package io.landline.ui.places;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// A safety number, large: six groups of five digits in two rows of three. JavaFX thread.
final class SafetyDigits extends GridPane {
    private static final int COLUMNS = 3;

    SafetyDigits() {
        setId("safety-number");
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
        for (int i = 0; i < groups.length; i++) {
            var group = new Label(groups[i]);
            group.getStyleClass().add("safety-group");
            add(group, i % COLUMNS, i / COLUMNS);
        }
    }
}
