package io.landline.ui.start;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.Page;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// Asks once what closing the window means, where the desktop has a tray. Escape leaves all as it is. JavaFX thread.
final class ClosingQuestion implements Page {
    private final VBox view = new VBox();
    private final TextButton keep;

    /// @param helping how many still get files from this computer
    /// @param leave closes the question
    ClosingQuestion(Texts texts, int helping, Runnable leave, Consumer<WhenClosed> answer) {
        keep = button("closing-keep", texts.get("closing.keep"), WhenClosed.TRAY, leave, answer);
        keep.getStyleClass().add(Styles.ACCENT);
        var buttons = new ControlLine(keep,
                button("closing-quit", texts.get("closing.quit"), WhenClosed.QUIT, leave, answer));
        buttons.getStyleClass().add("closing-buttons");
        view.setId("closing-question");
        view.getStyleClass().add("closing");
        view.getChildren()
                .addAll(Paragraph.styled(texts.get("closing.title"), Styles.TITLE_3),
                        Paragraph.plain(texts.get("closing.meaning")), Paragraph.muted(texts.get("closing.later")),
                        buttons);
        if (helping > 0) view.getChildren().add(2, Paragraph.plain(texts.format("closing.helping", helping)));
    }

    private static TextButton button(String id, String words, WhenClosed means, Runnable leave,
            Consumer<WhenClosed> answer) {
        return new TextButton(id, words, () -> {
            leave.run();
            answer.accept(means);
        });
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public void shown() {
        keep.requestFocus();
    }

    @Override
    public void close() {}
}
