package io.landline.ui.look;

import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;

/// Toggles of which one is chosen at all times: with the mouse, with Enter and Space, and with the arrow keys. The
/// toolkit's arrow keys select a toggle without running its action, so what counts here is what is selected. JavaFX
/// thread.
public final class SingleChoice {
    private final ToggleGroup group = new ToggleGroup();

    public SingleChoice() {
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) before.setSelected(true); // a second click on the chosen one
        });
    }

    /// @param chosen is run each time this one is selected, by whatever means
    public void add(Toggle toggle, Runnable chosen) {
        toggle.setToggleGroup(group);
        toggle.selectedProperty().addListener((_, _, now) -> {
            if (now) chosen.run();
        });
    }

    /// Whether none was selected so far.
    public boolean isEmpty() {
        return group.getSelectedToggle() == null;
    }
}
