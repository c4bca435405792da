package io.landline.ui.network;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;

/// Which columns of the datagrams, and which words of buttons, have room: the narrower the page, the fewer. What a line
/// leaves out stands in the details of the datagram, and the words of a button in its tooltip. JavaFX thread.
final class DatagramColumns {
    /// In `em`: below, a line has no room for addresses and interfaces.
    private static final double WIDE_MIN = 48;
    /// In `em`: below, it has none for the size.
    private static final double SIZED_MIN = 26;
    /// In `em`: below, it has none for the time.
    private static final double TIMED_MIN = 19;
    /// In `em`: below, the words of buttons take lines from the list, which would have hardly a row.
    private static final double WORDED_MIN = 24;

    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper sized = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper timed = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper worded = new ReadOnlyBooleanWrapper(true);

    /// The page is as wide as this, in `em`.
    void show(double em) {
        wide.set(em >= WIDE_MIN);
        sized.set(em >= SIZED_MIN);
        timed.set(em >= TIMED_MIN);
        worded.set(em >= WORDED_MIN);
    }

    /// Whether lines have the address and the interface.
    ReadOnlyBooleanProperty wide() {
        return wide.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty sized() {
        return sized.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty timed() {
        return timed.getReadOnlyProperty();
    }

    /// From now on this button with a picture has words only where there is room for them.
    void word(Labeled button) {
        worded.subscribe(has -> button.setContentDisplay(has ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY));
    }

    /// The same for one of several tabs: in a narrow page the chosen one has its words, and the others their pictures.
    void wordTab(ToggleButton tab, Node picture) {
        Runnable show = () -> {
            boolean hasWords = worded.get() || tab.isSelected();
            tab.setGraphic(hasWords ? null : picture);
            tab.setContentDisplay(hasWords ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        };
        worded.subscribe(show);
        tab.selectedProperty().subscribe(show);
        show.run();
    }
}
