package io.landline.ui.network;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Which columns of the datagrams have room: the narrower the page, the fewer. What a line leaves out stands in the
/// details of the datagram. JavaFX thread.
final class DatagramColumns {
    /// In `em`: below, a line has no room for addresses and interfaces.
    private static final double WIDE_MIN = 48;
    /// In `em`: below, it has none for the size.
    private static final double SIZED_MIN = 26;
    /// In `em`: below, it has none for the time.
    private static final double TIMED_MIN = 19;

    private final ReadOnlyBooleanWrapper wide = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper sized = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper timed = new ReadOnlyBooleanWrapper(true);

    /// The page is as wide as this, in `em`.
    void show(double em) {
        wide.set(em >= WIDE_MIN);
        sized.set(em >= SIZED_MIN);
        timed.set(em >= TIMED_MIN);
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
}
