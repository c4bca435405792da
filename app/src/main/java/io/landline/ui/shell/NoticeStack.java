package io.landline.ui.shell;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.fx.FxThread;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Notices;
import io.landline.ui.paragraph.WrappingText;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
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
    /// A user who has not read three will not read more. Below them stands what may not take their place: at most a
    /// problem or a fact, and one that goes by itself.
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
        fx.post(() -> passing(notice(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS, "done", null), DONE_SHOWN));
    }

    @Override
    public void done(String sentence, Remedy undo) {
        fx.post(() -> passing(notice(sentence, Feather.CHECK_CIRCLE, Styles.SUCCESS, "done", undo), UNDO_SHOWN));
    }

    @Override
    public void news(String sentence) {
        fx.post(() -> passing(notice(sentence, Feather.INFO, Styles.ACCENT, "news", null), NEWS_SHOWN));
    }

    @Override
    public void fact(String sentence) {
        fx.post(() -> show(notice(sentence, Feather.INFO, Styles.ACCENT, "news", null)));
    }

    private void passing(Node notice, Duration shown) {
        notice.getProperties().put(PASSING, true);
        show(notice);
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
            Node notice = notice(sentence, Feather.INFO, Styles.ACCENT, "news", remedy);
            notice.getProperties().put(SUBJECT, subject);
            notice.getProperties().put(QUESTION, true);
            show(notice);
        });
    }

    private void failed(@Nullable Object subject, String sentence, @Nullable Remedy remedy) {
        if (subject != null) remove(subject);
        Node notice = notice(sentence, Feather.ALERT_CIRCLE, Styles.DANGER, "problem", remedy);
        if (subject != null) notice.getProperties().put(SUBJECT, subject);
        show(notice);
    }

    @Override
    public void over(Object subject) {
        fx.post(() -> remove(subject));
    }

    private void remove(Object subject) {
        box.getChildren().removeIf(shown -> subject.equals(shown.getProperties().get(SUBJECT)));
    }

    private Node notice(String sentence, Feather icon, String tone, String kind, @Nullable Remedy remedy) {
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
        notice.setUserData(sentence);
        return notice;
    }

    private void show(Node notice) {
        ObservableList<Node> all = box.getChildren();
        all.removeIf(shown -> notice.getUserData().equals(shown.getUserData()));
        all.add(notice);
        Optional<Node> least = leastNeeded();
        while (all.size() > SHOWN_MAX && least.isPresent()) {
            all.remove(least.get());
            least = leastNeeded();
        }
    }

    /// Of those before the newest the oldest that goes by itself. Else the oldest that is no question, unless the
    /// newest goes by itself. A question gives way to a question only.
    private Optional<Node> leastNeeded() {
        List<Node> before = box.getChildren().subList(0, box.getChildren().size() - 1);
        Node newest = box.getChildren().getLast();
        Optional<Node> passing = before.stream().filter(each -> is(PASSING, each)).findFirst();
        if (passing.isPresent() || is(PASSING, newest)) return passing;
        Optional<Node> told = before.stream().filter(each -> !is(QUESTION, each)).findFirst();
        if (told.isPresent() || !is(QUESTION, newest)) return told;
        return before.stream().findFirst();
    }

    private static boolean is(Object kind, Node notice) {
        return notice.getProperties().containsKey(kind);
    }

    /// Another passing one that comes to its place can be closed as quickly; else the page or a question lies there.
    private void close(Node notice) {
        int next = box.getChildren().indexOf(notice) + 1;
        boolean isNextPassing = next < box.getChildren().size()
                && is(PASSING, box.getChildren().get(next));
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
