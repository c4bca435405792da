package io.landline.ui.control;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The place of a part that is seldom to be seen. The part is made when it is first wanted. From then on it says itself
/// when it is seen. Until then the page has no node of it to style and to lay out. JavaFX thread.
public final class PartPlace<T extends Region> extends StackPane {
    private final MadeLater<T> part;
    private final Subscription subscription;

    /// @param wanted whether there is anything to show
    /// @param make makes the part, which hides itself while there is nothing to show
    public PartPlace(ObservableValue<Boolean> wanted, Supplier<T> make) {
        part = new MadeLater<>(make);
        setVisible(false);
        setMinWidth(0);
        managedProperty().bind(visibleProperty());
        subscription = wanted.subscribe(now -> {
            if (now && part.made() == null) put(part.get());
        });
    }

    private void put(T made) {
        getChildren().add(made);
        visibleProperty().bind(made.visibleProperty());
    }

    /// Null where it was never wanted.
    @Nullable
    public T made() {
        return part.made();
    }

    /// Nothing is made from now on.
    public void close() {
        subscription.unsubscribe();
    }
}
