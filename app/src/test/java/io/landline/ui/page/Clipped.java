package io.landline.ui.page;

import io.landline.ui.paragraph.WrappingText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.text.Text;

/// Looks for texts that cannot be read whole. JavaFX thread.
public final class Clipped {
    private Clipped() {}

    /// What is painted shorter than it is without a tooltip, lower than it needs, or beyond the width. Rows may shorten
    /// what is long.
    public static List<String> texts(TestedScreen screen, double width) {
        var cut = new ArrayList<String>();
        for (Labeled label : screen.all(Labeled.class)) {
            if (label instanceof ListCell || isInRow(label) || label.getText() == null || label.getText().isBlank()) {
                continue;
            }
            if (label.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) continue; // its words are not to be seen
            String painted = painted(label);
            boolean whole = painted.replaceAll("\\s", "").equals(label.getText().replaceAll("\\s", ""));
            if (!whole && label.getTooltip() == null) cut.add("“" + label.getText() + "” as “" + painted + "”");
            if (isOutside(label, width)) cut.add("“" + label.getText() + "” ends outside");
        }
        for (WrappingText text : screen.all(WrappingText.class)) {
            if (!isInRow(text) && text.getHeight() + 1 < text.prefHeight(text.getWidth())) {
                cut.add("“" + text.text() + "” is too low");
            }
        }
        return cut;
    }

    /// What of a label is on the screen.
    public static String painted(Labeled label) {
        for (Node child : label.getChildrenUnmodifiable()) {
            if (child instanceof Text text && child != label.getGraphic()) return text.getText();
        }
        return label.lookup(label instanceof MenuButton ? ".label > .text" : ".title > .text") instanceof Text text
                ? text.getText()
                : "";
    }

    private static boolean isOutside(Node node, double width) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() < -1 || bounds.getMaxX() > width + 1;
    }

    private static boolean isInRow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (each instanceof ListCell) return true;
        return false;
    }
}
