package io.landline.ui.welcome;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.node.Rooms.OwnRoom;
import io.landline.ui.control.InputField;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The first page, and later the one on which a room is created or joined. JavaFX thread.
public final class WelcomePage implements Page {
    private final Texts texts;
    private final boolean first;
    private final Runnable done;
    private final WelcomeViewModel model;
    private final NewRoomCard newRoom;
    private final JoinRoomCard joinRoom;
    private final VBox choosing = new VBox();
    private final VBox column = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final InputField name;

    /// @param done is run when a room was entered, and by *Cancel*
    /// @param first whether the name is asked for as well, and there is nothing to go back to
    public WelcomePage(PageContext context, Runnable done, boolean first) {
        this.first = first;
        this.done = done;
        texts = context.texts(WelcomePage.class);
        model = new WelcomeViewModel(context, first, room -> entered(context, room));
        newRoom = new NewRoomCard(model, texts);
        joinRoom = new JoinRoomCard(model, texts);
        name = new InputField("own-name", texts.get("name"), model.name(), model.nameNote()).onEnter(newRoom::focus);
        fillChoosing();
        column.getStyleClass().add("welcome-column");
        var centred = new StackPane(column);
        centred.getStyleClass().add("welcome-page");
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("welcome-scroll");
        scroll.getStylesheets()
                .addAll(InputField.styleSheet(),
                        requireNonNull(WelcomePage.class.getResource("welcome.css")).toExternalForm());
        scroll.setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ESCAPE || !escaped()) return;
            key.consume();
        });
        model.step().subscribe(this::show);
    }

    private void fillChoosing() {
        choosing.getStyleClass().add("welcome-choosing");
        if (first) {
            choosing.getChildren()
                    .addAll(Paragraph.styled(texts.get("title"), Styles.TITLE_2),
                            Paragraph.muted(texts.get("subtitle")), name);
        } else {
            choosing.getChildren().add(Paragraph.styled(texts.get("title.later"), Styles.TITLE_3));
        }
        choosing.getChildren().addAll(new NoteLine(model.problem()), new SideBySide(newRoom, joinRoom), open());
        if (first) return;
        var cancel = new Button(texts.get("cancel"));
        cancel.setId("cancel-new-room");
        cancel.setOnAction(_ -> done.run());
        choosing.getChildren().add(cancel);
    }

    /// The third way, folded away: most people want words.
    private Node open() {
        var field = new InputField("open-room-name", texts.get("room.name"), model.openRoom(), model.openNote())
                .like(texts.get("room.example"))
                .onEnter(model::enterOpen);
        var enter = new WorkingButton(texts.get("open.do"), model.working());
        enter.button().setId("enter-open-room");
        enter.button().getStyleClass().remove(Styles.ACCENT);
        enter.button().setOnAction(_ -> model.enterOpen());
        var about = new Suggestions(texts, model.openAbout(), room -> model.openRoom().set(room.name()));
        var content = new VBox(Paragraph.plain(texts.get("open.meaning")), field, about, enter);
        content.getStyleClass().add("welcome-open");
        var pane = new TitledPane(texts.get("open.title"), content);
        pane.setId("open-room");
        pane.setMnemonicParsing(false);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add(Styles.DENSE);
        return pane;
    }

    private void show(WelcomeStep step) {
        boolean later = !column.getChildren().isEmpty();
        switch (step) {
            case WelcomeStep.Choosing() -> show(choosing, newRoom::focus, later);
            case WelcomeStep.AskingToJoin asking -> show(new QuestionCard(model, texts, asking, this::joinInstead));
            case WelcomeStep.AskingForAnother asking -> show(new QuestionCard(model, texts, asking));
            case WelcomeStep.Created created -> show(new CreatedCard(model, texts, created.room()));
        }
    }

    private void show(AnswerCard card) {
        show(card, card::focus, true);
    }

    private void show(Node shown, Runnable focus, boolean focused) {
        column.getChildren().setAll(shown);
        scroll.setVvalue(0);
        if (focused) focus.run();
    }

    private void joinInstead() {
        model.joinInstead();
        joinRoom.focusWords();
    }

    private boolean escaped() {
        return switch (model.step().get()) {
            case WelcomeStep.Choosing() -> {
                if (!first) done.run();
                yield !first;
            }
            case WelcomeStep.AskingToJoin _, WelcomeStep.AskingForAnother _ -> {
                model.back();
                yield true;
            }
            case WelcomeStep.Created _ -> false;
        };
    }

    private void entered(PageContext context, OwnRoom room) {
        done.run();
        context.navigation().conversation(room.key());
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        if (first) {
            name.input().requestFocus();
            name.input().end();
        } else {
            newRoom.focus();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
