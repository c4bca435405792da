package io.landline.ui.shell;

import atlantafx.base.theme.Styles;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Icon;
import io.landline.ui.look.WrappingText;
import io.landline.ui.page.Notices;
import io.landline.ui.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Short sentences over the bottom of the page, the newest last. Any thread for what is told; the rest on the JavaFX
/// thread.
final class NoticeStack implements Notices {
    /// Read in two seconds, and seen in the corner of an eye.
    private static final Duration DONE_SHOWN = Duration.seconds(5);
    /// The oldest goes: a user who has not read three will not read five.
    private static final int SHOWN_MAX = 3;
    /// Longer lines are hard to read.
    private static final double TEXT_WIDTH_MAX = 560;

    private static final Object SUBJECT = new Object();

    private final FxThread fx;
    private final Texts texts;
    private final VBox box = new VBox();

    NoticeStack(FxThread fx, Texts texts) {
        this.fx = fx;
        this.texts = texts;
        box.getStyleClass().add("notices");
        box.setAlignment(Pos.BOTTOM_CENTER);
        box.setPickOnBounds(false);
        box.setId("notices");
    }

    Node view() {
        return box;
    }

    @Override
    public void done(String sentence) {
        fx.post(() -> {
            Node notice = show(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS, "done");
            var pause = new PauseTransition(DONE_SHOWN);
            pause.setOnFinished(_ -> box.getChildren().remove(notice));
            pause.play();
        });
    }

    @Override
    public void problem(String sentence) {
        fx.post(() -> show(sentence, Feather.ALERT_CIRCLE, Styles.DANGER, "problem"));
    }

    @Override
    public void problem(Object subject, String sentence) {
        fx.post(() -> show(sentence, Feather.ALERT_CIRCLE, Styles.DANGER, "problem").getProperties()
                .put(SUBJECT, subject));
    }

    @Override
    public void over(Object subject) {
        fx.post(() -> box.getChildren().removeIf(shown -> subject.equals(shown.getProperties().get(SUBJECT))));
    }

    private Node show(String sentence, Feather icon, String tone, String kind) {
        var sign = new Icon(icon);
        sign.getStyleClass().add(tone);
        var text = new WrappingText(sentence);
        text.setMaxWidth(TEXT_WIDTH_MAX);
        HBox.setHgrow(text, Priority.ALWAYS);
        var close = new Button(null, new Icon(Feather.X));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        close.setAccessibleText(texts.get("notice.close"));
        var notice = new HBox(sign, text, close);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", kind);
        notice.setMaxWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> box.getChildren().remove(notice));
        box.getChildren().removeIf(shown -> sentence.equals(shown.getUserData()));
        notice.setUserData(sentence);
        box.getChildren().add(notice);
        while (box.getChildren().size() > SHOWN_MAX) box.getChildren().removeFirst();
        return notice;
    }
}
