package io.landline.ui.sheet;

import static java.util.Objects.requireNonNull;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/// A sheet as high as what is in it, at the width that it gets: it scrolls only where the window is too low. Escape
/// leaves it. JavaFX thread.
public final class SheetScroll extends ScrollPane {
    private final Region content;
    private final Runnable leave;
    private final Runnable focus;
    /// The keyboard goes there once there is something to see.
    private boolean wantsFocus;

    /// @param leave is run when the person at the screen is done with it
    /// @param focus gives the keyboard to what matters most in it
    public SheetScroll(Region content, Runnable leave, Runnable focus) {
        super(content);
        this.content = content;
        this.leave = leave;
        this.focus = focus;
        setFitToWidth(true);
        getStyleClass().add("sheet-scroll");
        getStylesheets().add(styleSheet());
        dress(content);
    }

    private void dress(Region panel) {
        panel.getStyleClass().add("sheet-panel");
        panel.setOnKeyPressed(pressed -> {
            if (pressed.getCode() != KeyCode.ESCAPE) return;
            pressed.consume();
            leave.run();
        });
    }

    /// It could not be filled: shows this until [#filled], with the keyboard in it.
    public void unfilled(Unfilled panel) {
        if (getContent() == panel) return;
        dress(panel);
        setContent(panel);
        setVisible(true);
        applyCss(); // what scrolls is in the scene only then
        panel.focus();
    }

    /// What is in a sheet has its looks from here, also where it is shown apart from the sheet.
    public static String styleSheet() {
        return requireNonNull(SheetScroll.class.getResource("sheet.css")).toExternalForm();
    }

    /// It is on the screen: gives the keyboard to what matters most in it, now or once it is filled.
    public void shown() {
        wantsFocus = true;
        giveFocus();
    }

    /// It has something to show. Where somebody went on by keyboard meanwhile, they keep it.
    public void filled() {
        if (getContent() != content) {
            setContent(content);
            wantsFocus = true;
        } else if (hasFocusOwner()) {
            wantsFocus = false;
        }
        giveFocus();
    }

    private void giveFocus() {
        if (!wantsFocus || !isVisible()) return;
        applyCss(); // what scrolls is in the scene only then
        focus.run();
        wantsFocus = !hasFocusOwner(); // what is not shown yet takes no keyboard
    }

    /// Also while another window has the keyboard.
    private boolean hasFocusOwner() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != this) owner = owner.getParent();
        return owner != null;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double frame = snappedLeftInset() + snappedRightInset();
        double wide = width < 0 ? -1 : Math.max(0, width - frame);
        return snappedTopInset() + getContent().prefHeight(wide) + snappedBottomInset();
    }
}
