package io.landline.ui.doctor;

import io.landline.language.Texts;
import io.landline.node.port.LookAround.Progress;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/// Starts a look around by TCP, and shows how far it is. JavaFX thread.
final class LookAroundCard extends VBox implements AutoCloseable {
    /// Five addresses are tried in that time.
    private static final Duration AGAIN = Duration.millis(500);

    private final LookAroundViewModel model;
    private final Texts texts;
    private final Button action = new Button();
    private final WrappingLabel state = new WrappingLabel("");
    private final Timeline again;

    LookAroundCard(PageContext context, Texts texts) {
        this.texts = texts;
        model = new LookAroundViewModel(context);
        again = new Timeline(new KeyFrame(AGAIN, _ -> model.refresh()));
        again.setCycleCount(Animation.INDEFINITE);
        getStyleClass().add("doctor-missing");
        action.setId("look-around");
        action.setMnemonicParsing(false);
        action.setOnAction(_ -> {
            if (model.progress().get().running()) {
                model.stop();
            } else {
                model.start();
            }
        });
        state.setId("look-around-state");
        getChildren().addAll(Paragraph.styled(texts.get("around"), "doctor-title"),
                Paragraph.muted(texts.get("around.meaning")), action, state, new NoteLine(model.note()));
        model.progress().subscribe(this::show);
    }

    /// The page is in front: one that was begun elsewhere, or goes on, is shown.
    void shown() {
        model.refresh();
    }

    private void show(Progress now) {
        action.setText(texts.get(now.running() ? "around.stop" : "around.start"));
        action.setGraphic(new Icon(now.running() ? Feather.SQUARE : Feather.COMPASS));
        boolean begun = now.addresses() > 0;
        if (begun) {
            state.setText(now.running()
                    ? texts.format("around.tried", now.tried(), now.addresses(), now.found())
                    : texts.format("around.ended", now.tried(), now.addresses(), now.found()));
        }
        Visibility.show(state, begun);
        if (now.running()) {
            again.play();
        } else {
            again.stop();
        }
    }

    @Override
    public void close() {
        again.stop();
        model.close();
    }
}
