package io.landline.ui.lab;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.lab.card.BenchViewModel;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// All systems of the Lab with what runs of them. It outlives the page, which comes and goes with the window's
/// language: what was started runs until somebody stops it or the window closes. JavaFX thread.
public final class LabViewModel implements AutoCloseable {
    private final FxThread fx;
    private final Background background;
    private final Map<String, BenchViewModel> benches = new HashMap<>();
    private final ObjectProperty<LabSystem> chosen = new SimpleObjectProperty<>(LabSystems.ALL.getFirst());
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    public LabViewModel(FxThread fx, Background background) {
        this.fx = fx;
        this.background = background;
    }

    public ObjectProperty<LabSystem> chosen() {
        return chosen;
    }

    /// How many programs run, in all systems.
    public ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    public BenchViewModel bench(LabSystem system) {
        BenchViewModel known = benches.get(system.key());
        if (known != null) return known;
        var made = new BenchViewModel(system, fx, background, this::count);
        benches.put(system.key(), made);
        return made;
    }

    /// How many programs of this system run.
    public int running(LabSystem system) {
        BenchViewModel known = benches.get(system.key());
        return known == null ? 0 : known.running();
    }

    private void count() {
        running.set(benches.values().stream().mapToInt(BenchViewModel::running).sum());
    }

    public void stopAll() {
        benches.values().forEach(BenchViewModel::stopAll);
    }

    @Override
    public void close() {
        benches.values().forEach(BenchViewModel::close);
    }
}
