package io.landline.ui.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/// The buttons of the pages, one below the other. In a window that is too low for them it shows their icons alone, and
/// scrolls where even these do not fit: it never makes the window's content higher than the window. JavaFX thread.
final class NavigationPane extends ScrollPane {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    /// A button with icon and word, and the space to the next, in heights of the font.
    private static final double BUTTON_EM = 5;

    private final VBox buttons = new VBox();

    NavigationPane(String name) {
        getStyleClass().add("nav-scroll");
        buttons.getStyleClass().add("nav");
        buttons.setAccessibleText(name);
        setContent(buttons);
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        heightProperty().subscribe(this::arrange);
    }

    void add(ToggleButton button) {
        buttons.getChildren().add(button);
        button.fontProperty().subscribe(this::arrange);
    }

    private void arrange() {
        if (getHeight() <= 0 || !(buttons.getChildren().getFirst() instanceof ToggleButton first)) return;
        double needed = buttons.getChildren().size() * BUTTON_EM * first.getFont().getSize();
        buttons.pseudoClassStateChanged(LOW, getHeight() < needed);
    }
}
