package io.landline.ui.look;

import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Places the lists that open at controls of a scene where the toolkit places them wrong. The JavaFX thread only.
final class ListsOfChoices {
    private static final EventHandler<Event> MENU_SHOWN = event -> {
        if (event.getTarget() instanceof ChoiceBox<?> choice) placeInMirrored(choice);
    };
    private static final EventHandler<Event> LIST_SHOWN = event -> {
        if (event.getTarget() instanceof ComboBox<?> box) placeAbove(box);
    };

    private ListsOfChoices() {}

    /// From now on, of all controls of this scene. It may be said more than once.
    static void place(Scene scene) {
        scene.addEventHandler(ChoiceBox.ON_SHOWN, MENU_SHOWN); // once, however often it is added
        scene.addEventHandler(ComboBoxBase.ON_SHOWN, LIST_SHOWN);
    }

    /// In a mirrored window the toolkit opens the list of a choice too far to the right, by what its sheet adds to it.
    private static void placeInMirrored(ChoiceBox<?> choice) {
        if (!Appearance.isMirrored(choice)) return;
        for (Window each : Window.getWindows()) {
            if (!(each instanceof ContextMenu list) || !choice.equals(list.getOwnerNode())) continue;
            Node seen = list.getScene().getRoot().lookup(".context-menu");
            Bounds wanted = choice.localToScreen(choice.getLayoutBounds());
            Bounds drawn = seen == null ? null : seen.localToScreen(seen.getLayoutBounds());
            if (wanted != null && drawn != null) {
                list.setAnchorX(list.getAnchorX() + wanted.getMaxX() - drawn.getMaxX());
            }
        }
    }

    /// Where there is no room below, the toolkit places a list that opens first before it has rows, and by a height
    /// that it does not have then: away from its control, or over it.
    private static void placeAbove(ComboBox<?> box) {
        if (!(box.getSkin() instanceof ComboBoxListViewSkin<?> skin)) return;
        Node list = skin.getPopupContent();
        if (!(list.getScene().getWindow() instanceof PopupWindow window)) return;
        Bounds wanted = box.localToScreen(box.getLayoutBounds());
        Bounds drawn = list.localToScreen(list.getLayoutBounds());
        if (wanted == null || drawn == null || drawn.getMinY() >= wanted.getMinY()) return;
        window.setAnchorY(window.getAnchorY() + wanted.getMinY() - drawn.getMaxY());
    }
}
