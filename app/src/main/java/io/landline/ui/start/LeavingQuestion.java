package io.landline.ui.start;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.Page;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// Asks before the program ends while others still get files from it. Escape leaves all as it is. JavaFX thread.
final class LeavingQuestion implements Page {
    private final VBox view = new VBox();
    private final TextButton stay;

    /// @param helping how many get something, at least one
    /// @param leave closes the question
    /// @param quit ends the program
    LeavingQuestion(Texts texts, int helping, Runnable leave, Runnable quit) {
        stay = new TextButton("leaving-stay", texts.get("leaving.stay"), leave);
        stay.getStyleClass().add(Styles.ACCENT);
        var end = new TextButton("leaving-quit", texts.get("closing.quit"), () -> {
            leave.run();
            quit.run();
        });
        var buttons = new ControlLine(stay, end);
        buttons.getStyleClass().add("closing-buttons");
        view.setId("leaving-question");
        view.getStyleClass().add("closing");
        view.getChildren()
                .addAll(Paragraph.styled(texts.get("leaving.title"), Styles.TITLE_3),
                        Paragraph.plain(texts.format("closing.helping", helping)), buttons);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        stay.requestFocus();
    }

    @Override
    public void close() {}
}
