package io.landline.ui.sheet;

import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A sheet about something that could not be read: why, the way to try again, the way out. The reason is
/// gone while it is tried again. JavaFX thread.
public final class Unfilled extends VBox {
    private final SheetHead head;
    private final Label why = Paragraph.plain("");
    private final TextButton again;

    /// @param retry is run when the person at the screen wants to try again
    /// @param leave is run when they are done with it
    public Unfilled(String retryWords, Runnable retry, String closeWords, Runnable leave) {
        head = new SheetHead("unfilled-name", closeWords, leave);
        why.setId("unfilled-why");
        again = new TextButton("unfilled-again", retryWords, () -> {
            why.setVisible(false); // it keeps its place: the button stays where it was pressed
            retry.run();
        });
        getChildren().addAll(head, why, new ControlLine(again));
    }

    /// @param title what it is about, safe to show
    /// @param problem why it could not be read, as a sentence
    public void show(String title, String problem) {
        head.show(title);
        why.setText(problem);
        why.setVisible(true);
        again.setAccessibleHelp(problem);
    }

    void focus() {
        again.requestFocus();
    }
}
