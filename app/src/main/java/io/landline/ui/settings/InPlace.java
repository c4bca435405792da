package io.landline.ui.settings;

import java.util.List;
import javafx.collections.ObservableList;

/// Brings a shown list to what was loaded, touching only rows that differ. Stateless; JavaFX thread.
final class InPlace {
    private InPlace() {}

    static <T> void update(ObservableList<T> shown, List<T> loaded) {
        if (shown.size() > loaded.size()) shown.remove(loaded.size(), shown.size());
        for (int i = 0; i < loaded.size(); i++) {
            if (i == shown.size()) {
                shown.add(loaded.get(i));
            } else if (!shown.get(i).equals(loaded.get(i))) {
                shown.set(i, loaded.get(i));
            }
        }
    }
}
