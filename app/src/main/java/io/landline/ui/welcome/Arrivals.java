package io.landline.ui.welcome;

import io.landline.peer.Fingerprint;
import java.util.HashSet;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Those who have joined the room that was just created, each once, in their order. JavaFX thread.
final class Arrivals {
    /// Names on the slide: a large class, and a lecture's first rows.
    private static final int NAMES_MAX = 120;

    private final Set<Fingerprint> arrived = new HashSet<>();
    private final ObservableList<String> names = FXCollections.observableArrayList();

    /// Other people's text; at most [#NAMES_MAX].
    ObservableList<String> names() {
        return names;
    }

    /// Somebody who comes again, or beyond the last name, changes nothing.
    void add(Fingerprint peer, String name) {
        if (names.size() < NAMES_MAX && arrived.add(peer)) names.add(name);
    }
}
