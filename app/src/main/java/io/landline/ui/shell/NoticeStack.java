package io.landline.ui.shell;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Notices;
import io.landline.ui.paragraph.WrappingText;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Short sentences above the page, the newest last: they cover nothing of it. Any thread for what is told; the rest
/// on the JavaFX thread.
final class NoticeStack implements Notices {
    /// Read in two seconds, and seen in the corner of an eye.
    private static final Duration DONE_SHOWN = Duration.seconds(5);
    /// Long enough to notice a slip and to reach the button.
    private static final Duration UNDO_SHOWN = Duration.seconds(10);
    /// A sentence with figures, which nobody expected.
    private static final Duration NEWS_SHOWN = Duration.seconds(10);
    /// A user who has not read three will not read five.
    private static final int SHOWN_MAX = 3;

    private static final Object SUBJECT = new Object();
    /// Of a notice that goes by itself.
    private static final Object PASSING = new Object();
    /// Of one that waits for a decision.
    private static final Object QUESTION = new Object();

    private final FxThread fx;
    private final Texts texts;
    private final VBox box = new VBox();

    NoticeStack(FxThread fx, Texts texts) {
        this.fx = fx;
        this.texts = texts;
        box.getStyleClass().add("notices");
        box.setAlignment(Pos.TOP_CENTER);
        box.setPickOnBounds(false);
        box.setId("notices");
        box.setMinHeight(Region.USE_PREF_SIZE); // the page gives way, not the sentences
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.managedProperty().bind(box.visibleProperty());
        box.visibleProperty().bind(Bindings.isNotEmpty(box.getChildren()));
    }

    Node view() {
        return box;
    }

    @Override
    public void done(String sentence) {
        fx.post(() -> passing(show(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS, "done", null), DONE_SHOWN));
    }

    @Override
    public void done(String sentence, Remedy undo) {
        fx.post(() -> passing(show(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS, "done", undo), UNDO_SHOWN));
    }

    @Override
    public void news(String sentence) {
        fx.post(() -> passing(show(sentence, Feather.INFO, Styles.ACCENT, "news", null), NEWS_SHOWN));
    }

    @Override
    public void fact(String sentence) {
        fx.post(() -> show(sentence, Feather.INFO, Styles.ACCENT, "news", null));
    }

    private void passing(Node notice, Duration shown) {
        notice.getProperties().put(PASSING, true);
        var pause = new PauseTransition(shown);
        pause.setOnFinished(_ -> box.getChildren().remove(notice));
        pause.play();
    }

    @Override
    public void problem(String sentence) {
        fx.post(() -> failed(null, sentence, null));
    }

    @Override
    public void problem(Object subject, String sentence) {
        fx.post(() -> failed(subject, sentence, null));
    }

    @Override
    public void problem(Object subject, String sentence, Remedy remedy) {
        fx.post(() -> failed(subject, sentence, remedy));
    }

    @Override
    public void question(Object subject, String sentence, Remedy remedy) {
        fx.post(() -> {
            remove(subject);
            Node notice = show(sentence, Feather.INFO, Styles.ACCENT, "news", remedy);
            notice.getProperties().put(SUBJECT, subject);
            notice.getProperties().put(QUESTION, true);
        });
    }

    private void failed(@Nullable Object subject, String sentence, @Nullable Remedy remedy) {
        if (subject != null) remove(subject);
        Node notice = show(sentence, Feather.ALERT_CIRCLE, Styles.DANGER, "problem", remedy);
        if (subject != null) notice.getProperties().put(SUBJECT, subject);
    }

    @Override
    public void over(Object subject) {
        fx.post(() -> remove(subject));
    }

    private void remove(Object subject) {
        box.getChildren().removeIf(shown -> subject.equals(shown.getProperties().get(SUBJECT)));
    }

    private Node show(String sentence, Feather icon, String tone, String kind, @Nullable Remedy remedy) {
        var sign = new Icon(icon);
        sign.getStyleClass().add(tone);
        var close = new Button(null, new Icon(Feather.X));
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        close.setAccessibleText(texts.get("notice.close"));
        var notice = new HBox(sign);
        var text = new WrappingText(sentence);
        text.setMaxHeight(Region.USE_PREF_SIZE);
        var body = new NoticeBody(text, remedy == null ? null : button(remedy, notice));
        HBox.setHgrow(body, Priority.ALWAYS);
        notice.getChildren().addAll(body, close);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().addAll("notice", kind);
        notice.setMaxWidth(Region.USE_PREF_SIZE);
        close.setOnAction(_ -> close(notice));
        box.getChildren().removeIf(shown -> sentence.equals(shown.getUserData()));
        notice.setUserData(sentence);
        box.getChildren().add(notice);
        while (box.getChildren().size() > SHOWN_MAX) box.getChildren().remove(leastNeeded());
        return notice;
    }

    /// Of those before the newest the oldest that goes by itself; else the oldest that is no question.
    private Node leastNeeded() {
        List<Node> before = box.getChildren().subList(0, box.getChildren().size() - 1);
        return before.stream()
                .filter(each -> each.getProperties().containsKey(PASSING))
                .findFirst()
                .or(() -> before.stream().filter(each -> !each.getProperties().containsKey(QUESTION)).findFirst())
                .orElse(before.getFirst());
    }

    /// Another passing one that comes to its place can be closed as quickly; else the page or a question lies there.
    private void close(Node notice) {
        int next = box.getChildren().indexOf(notice) + 1;
        boolean isNextPassing = next < box.getChildren().size()
                && box.getChildren().get(next).getProperties().containsKey(PASSING);
        if (!isNextPassing) ClickSeries.changed(box);
        box.getChildren().remove(notice);
    }

    private Button button(Remedy remedy, Node notice) {
        var button = new Button(remedy.label());
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.SMALL, "notice-remedy");
        button.setOnAction(_ -> {
            ClickSeries.changed(box);
            box.getChildren().remove(notice);
            remedy.act().run();
        });
        return button;
    }
}
