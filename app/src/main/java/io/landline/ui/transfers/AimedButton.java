package io.landline.ui.transfers;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A button of a row that may move or show something else at any moment. A click goes to what the row showed when the
/// mouse was pressed, also where the button moved from under the mouse since. The second half of a double click does
/// nothing to what came under the mouse after the first. JavaFX thread.
///
/// @param <T> what a row shows
final class AimedButton<T> extends Button {
    private final Consumer<T> action;
    /// While the mouse is pressed.
    private @Nullable T aimed;
    private final Text measured = new Text();
    private String otherWords = "";

    AimedButton(String text, Supplier<@Nullable T> shown, Consumer<T> action) {
        super(text);
        this.action = action;
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed(event, shown.get()));
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
        setOnAction(_ -> act(shown.get()));
    }

    /// A button with these words may come in the place of this one: it is as wide as the wider of both, and what stands
    /// beside it does not move.
    void takesTurnsWith(String words) {
        otherWords = words;
    }

    @Override
    protected double computePrefWidth(double height) {
        double own = super.computePrefWidth(height);
        return otherWords.isEmpty() ? own : own + Math.max(0, width(otherWords) - width(getText()));
    }

    private double width(String words) {
        measured.setFont(getFont());
        measured.setText(words);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    private void pressed(MouseEvent event, @Nullable T now) {
        Map<Object, Object> ofScene = getScene().getProperties();
        boolean isOther = !(ofScene.get(AimedButton.class) instanceof WeakReference<?> last) || last.get() != now;
        aimed = event.getClickCount() > 1 && isOther ? null : now;
        ofScene.put(AimedButton.class, new WeakReference<>(now));
    }

    private void released(MouseEvent event) {
        T target = aimed;
        aimed = null;
        boolean hit = isArmed() || event.isStillSincePress();
        disarm(); // or the toolkit acts on what the row shows now
        if (hit && event.getButton() == MouseButton.PRIMARY && !isDisabled()) act(target);
    }

    private void act(@Nullable T target) {
        if (target != null) action.accept(target);
    }
}
