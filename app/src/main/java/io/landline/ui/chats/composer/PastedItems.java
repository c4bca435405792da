package io.landline.ui.chats.composer;

import io.landline.ui.chats.composer.PasteViewModel.Pasted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;

/// What was pasted or chosen in each conversation and was not offered yet. It outlives the page, which is made anew in
/// another language; the node does not keep it. JavaFX thread.
public final class PastedItems {
    private final ObservableMap<String, List<Pasted>> waiting = FXCollections.observableMap(new HashMap<>());

    /// In the order in which they came.
    public List<Pasted> in(String conversation) {
        return waiting.getOrDefault(conversation, List.of());
    }

    /// @param all what waits there from now on
    void set(String conversation, List<Pasted> all) {
        if (all.isEmpty()) {
            waiting.remove(conversation);
        } else {
            waiting.put(conversation, List.copyOf(all));
        }
    }

    /// What could not be offered waits again, before what came since.
    public void bringBack(String conversation, List<Pasted> what) {
        var all = new ArrayList<>(what);
        all.addAll(in(conversation));
        set(conversation, all);
    }

    /// By conversation; none of the lists is empty.
    Map<String, List<Pasted>> all() {
        return Map.copyOf(waiting);
    }

    /// What waits in other conversations than these is gone with them.
    public void keepOnly(Predicate<String> conversations) {
        waiting.keySet().removeIf(conversations.negate());
    }

    /// Calls this with each conversation in which something else waits now.
    public Subscription watch(Consumer<String> changed) {
        MapChangeListener<String, List<Pasted>> listener = change -> changed.accept(change.getKey());
        waiting.addListener(listener);
        return () -> waiting.removeListener(listener);
    }
}
