package io.landline.ui.shell;

import io.landline.ui.control.PaneScroll;
import javafx.beans.value.ObservableDoubleValue;
import javafx.css.PseudoClass;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// The buttons of the pages, one below the other. In a window that is too low for them, or too narrow to have a page
/// beside their words, it shows their icons alone. It scrolls where even these do not fit: it never makes the window's
/// content higher than the window. JavaFX thread.
final class NavigationPane extends ScrollPane {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    /// A button with icon and word without its edge, and the space to the next, in heights of the font.
    private static final double BUTTON_EM = 4.9;
    /// The edge above and below the words of a button, which shows the keyboard and does not grow with the font.
    private static final double EDGE_PIXELS = 4;
    /// What is above the first button and below the last one, in heights of the font.
    private static final double MARGINS_EM = 1;
    /// In a window of this width, in heights of the font, the longest words leave a page three quarters.
    private static final double WORDS_MIN_EM = 26;

    private final VBox buttons = new VBox();
    private final ObservableDoubleValue windowWidth;

    NavigationPane(String name, ObservableDoubleValue windowWidth) {
        this.windowWidth = windowWidth;
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
        windowWidth.subscribe(_ -> arrange());
        buttons.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /// The arrow keys move the keyboard alone: the toolkit would mark another page, and nobody would show it.
    private void move(KeyEvent event) {
        int step = switch (event.getCode()) {
            case UP, LEFT, KP_UP, KP_LEFT -> -1;
            case DOWN, RIGHT, KP_DOWN, KP_RIGHT -> 1;
            default -> 0;
        };
        if (step == 0 || !(event.getTarget() instanceof ToggleButton from)) return;
        event.consume();
        int to = buttons.getChildren().indexOf(from) + step;
        if (to < 0 || to >= buttons.getChildren().size()) return;
        from.requestFocusTraversal(step < 0 ? TraversalDirection.UP : TraversalDirection.DOWN);
    }

    /// A usual pane takes the keyboard when something of it is clicked, and letters typed next would go nowhere. Its
    /// buttons have it, the pane never.
    @Override
    public void requestFocus() {}

    void add(ToggleButton button) {
        buttons.getChildren().add(button);
        button.fontProperty().subscribe(this::arrange);
        button.selectedProperty().subscribe(selected -> {
            if (selected) bringIntoSight(button);
        });
    }

    /// A page is gone to by its key too.
    private void bringIntoSight(ToggleButton button) {
        double hidden = getVvalue() * Math.max(0, PaneScroll.outside(this));
        double top = button.getBoundsInParent().getMinY() - hidden;
        double below = top + button.getHeight() - getViewportBounds().getHeight();
        PaneScroll.by(this, top < 0 ? top : Math.clamp(below, 0, Math.max(0, top)));
    }

    private void arrange() {
        if (getHeight() <= 0 || !(buttons.getChildren().getFirst() instanceof ToggleButton first)) return;
        double em = first.getFont().getSize();
        double wanted = buttons.getChildren().size() * (BUTTON_EM * em + EDGE_PIXELS) + MARGINS_EM * em;
        boolean isLow = getHeight() < wanted;
        boolean isNarrow = windowWidth.get() < WORDS_MIN_EM * em;
        buttons.pseudoClassStateChanged(TIGHT, isLow || isNarrow);
    }
}
