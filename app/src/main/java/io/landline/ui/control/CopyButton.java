package io.landline.ui.control;

import io.landline.ui.look.Icon;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Puts a text on the clipboard and says so for a moment. JavaFX thread.
public final class CopyButton extends Button {
    /// Long enough to be read, short enough for the next copy.
    private static final Duration SAID = Duration.seconds(2);

    private final PauseTransition pause = new PauseTransition(SAID);
    private double usualMinWidth = USE_COMPUTED_SIZE;

    /// @param label what it does, as it stands on the button
    /// @param copied what it says afterwards
    public CopyButton(String label, String copied, Supplier<String> text) {
        super(label, new Icon(Feather.COPY));
        setMnemonicParsing(false);
        setAccessibleText(label);
        pause.setOnFinished(_ -> {
            look(label, Feather.COPY);
            setMinWidth(usualMinWidth);
        });
        setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text.get());
            Clipboard.getSystemClipboard().setContent(content);
            if (pause.getStatus() != Animation.Status.RUNNING) usualMinWidth = getMinWidth();
            setMinWidth(getWidth()); // the shorter word moves nothing beside it
            look(copied, Feather.CHECK);
            pause.playFromStart();
        });
    }

    private void look(String label, Feather icon) {
        setText(label);
        setAccessibleText(label);
        setGraphic(new Icon(icon));
    }
}
