package io.landline.ui.welcome;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.room.JoinLink;
import io.landline.ui.control.BarPlace;
import io.landline.ui.control.ClickSeries;
import io.landline.ui.control.InputField;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The first page, and later the one on which a room is created or joined. JavaFX thread.
public final class WelcomePage implements Page {
    /// A slide takes the whole width of the window.
    private static final PseudoClass SLIDE = PseudoClass.getPseudoClass("slide");

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
    private final SideBySide ways;
    private final @Nullable OwnRoom corrected;
    /// The page has put the keyboard where it is, and no key or button was pressed since. The rooms that are about
    /// become known a moment after the page.
    private boolean keyboardIsOurs;
    /// A link that came while a room was being made: it is filled in where one chooses again, or after that room.
    private @Nullable JoinLink waiting;

    /// @param done is run when a room was entered, and by *Cancel*
    /// @param first whether the name is asked for as well, and there is nothing to go back to
    /// @param draft what was typed before
    public WelcomePage(PageContext context, Runnable done, boolean first, RoomDraft draft) {
        this(context, done, first, draft, null);
    }

    /// The page on which the words of a room are set right.
    public static WelcomePage correcting(PageContext context, Runnable done, OwnRoom room) {
        return new WelcomePage(context, done, false, new RoomDraft(), room);
    }

    private WelcomePage(PageContext context, Runnable done, boolean first, RoomDraft draft,
            @Nullable OwnRoom corrected) {
        this.first = first;
        this.corrected = corrected;
        this.done = done;
        texts = context.texts(WelcomePage.class);
        model = new WelcomeViewModel(context, first, corrected, draft, room -> entered(context, room));
        newRoom = new NewRoomCard(model, texts, this::create);
        joinRoom = corrected == null
                ? new JoinRoomCard(model, texts, texts.get("join.title"), texts.get("join.meaning"), this::join)
                : new JoinRoomCard(model, texts, texts.get("correct.title"), texts.get("correct.meaning"), this::join);
        ways = new SideBySide(newRoom, joinRoom);
        name = new InputField("own-name", texts.get("name"), model.ownName().name(), model.ownName().note())
                .onEnter(this::focusWay);
        // what is typed takes the place of what was suggested
        model.ownName().suggested().subscribe(_ -> name.input().selectAll());
        fillChoosing();
        column.getStyleClass().add("welcome-column");
        var centred = new StackPane(column);
        centred.getStyleClass().add("welcome-page");
        scroll.setContent(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        BarPlace.keep(scroll);
        scroll.getStyleClass().add("welcome-scroll");
        scroll.getStylesheets()
                .addAll(InputField.styleSheet(),
                        requireNonNull(WelcomePage.class.getResource("welcome.css")).toExternalForm());
        // before the fields: one with a formatter takes Escape for itself
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> keyboardIsOurs = false);
        scroll.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            keyboardIsOurs = false;
            if (key.getCode() != KeyCode.ESCAPE || !escaped()) return;
            key.consume();
        });
        model.step().subscribe(this::show);
        model.problem().subscribe(problem -> {
            if (!problem.isNothing()) fillWaiting();
        });
    }

    private void fillChoosing() {
        choosing.getStyleClass().add("welcome-choosing");
        if (corrected != null) {
            joinRoom.getStyleClass().add("welcome-narrow");
            choosing.getChildren().addAll(new NoteLine(model.problem()), joinRoom, cancel());
            return;
        }
        model.joinFirst().subscribe(joining -> {
            if (joining && !ways.isHover()) ways.lead(joinRoom); // under the pointer both stay where they are
            if (joining && keyboardIsOurs) joinRoom.focus();
        });
        if (first) {
            choosing.getChildren()
                    .addAll(Paragraph.styled(texts.get("title"), Styles.TITLE_2),
                            Paragraph.muted(texts.get("subtitle")), name);
        } else {
            choosing.getChildren().add(Paragraph.styled(texts.get("title.later"), Styles.TITLE_3));
        }
        choosing.getChildren().addAll(new NoteLine(model.problem()), ways, open());
        if (!first) choosing.getChildren().add(cancel());
    }

    private Button cancel() {
        var cancel = new Button(texts.get("cancel"));
        cancel.setId("cancel-new-room");
        cancel.disableProperty().bind(model.entering());
        cancel.setOnAction(_ -> leave());
        return cancel;
    }

    /// What was typed, or came with a link, is not wanted.
    private void leave() {
        model.giveUp();
        done.run();
    }

    /// The third way, folded away: most people want words.
    private Node open() {
        var field = new InputField("open-room-name", texts.get("room.name"), model.openRoom().name(),
                model.openRoom().note())
                .like(texts.get("room.example"));
        field.onEnter(() -> enterOpen(field));
        var enter = new WorkingButton(texts.get("open.do"), model.working());
        enter.button().setId("enter-open-room");
        enter.button().getStyleClass().remove(Styles.ACCENT);
        enter.button().setOnAction(_ -> enterOpen(field));
        var about = new Suggestions(texts, model.openRoom().about(), room -> model.openRoom().name().set(room.name()));
        var content = new VBox(Paragraph.plain(texts.get("open.meaning")), field, about, enter);
        content.getStyleClass().add("welcome-open");
        var pane = new TitledPane(texts.get("open.title"), content);
        pane.setId("open-room");
        pane.setMinWidth(0);
        pane.setTooltip(new TextTooltip(texts.get("open.title")));
        pane.setMnemonicParsing(false);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add(Styles.DENSE);
        return pane;
    }

    private void create() {
        model.create();
        focusWrong(newRoom.fields());
    }

    private void join() {
        model.join();
        focusWrong(joinRoom.fields());
    }

    private void enterOpen(InputField room) {
        model.enterOpen();
        focusWrong(List.of(room));
    }

    /// What has to be set right before one can go on, the topmost first.
    private void focusWrong(List<InputField> fields) {
        Stream.concat(Stream.of(name), fields.stream())
                .filter(InputField::isWrong)
                .findFirst()
                .ifPresent(field -> field.input().requestFocus());
    }

    private void show(WelcomeStep step) {
        boolean later = !column.getChildren().isEmpty();
        switch (step) {
            case WelcomeStep.Choosing() -> {
                show(choosing, this::focusWay, later);
                fillWaiting();
            }
            case WelcomeStep.AskingToJoin asking -> show(new QuestionCard(model, texts, asking, this::joinInstead));
            case WelcomeStep.AskingForAnother asking -> show(new QuestionCard(model, texts, asking));
            case WelcomeStep.AskingToKeep asking -> show(new QuestionCard(model, texts, asking));
            case WelcomeStep.Created created -> show(new CreatedCard(model, texts, created.room()));
        }
    }

    private void focusWay() {
        if (corrected != null || model.joinFirst().get() || !model.joinRoom().words().get().isBlank()) {
            joinRoom.focus();
        } else {
            newRoom.focus();
        }
    }

    private void show(AnswerCard card) {
        show(card, card::focus, true);
    }

    private void show(Node shown, Runnable focus, boolean focused) {
        ClickSeries.changed(column);
        column.getChildren().setAll(shown);
        column.pseudoClassStateChanged(SLIDE, shown instanceof CreatedCard);
        scroll.setVvalue(0);
        if (focused) focus.run();
    }

    /// Whether it is for the words of one room alone.
    public boolean isCorrecting() {
        return corrected != null;
    }

    /// Fills in the form with which a room is joined; nothing more.
    public void fill(JoinLink link) {
        if (model.entering().get()) {
            waiting = link;
            return;
        }
        if (model.step().get() instanceof WelcomeStep.Created) {
            waiting = link; // that room is made and its words were seen: the next one is joined over it
            model.goOn();
            return;
        }
        model.fill(link);
        joinRoom.focusWords();
    }

    /// Says that the link which was opened is broken; false where the form is not in sight.
    public boolean saysThatLinkIsBroken() {
        if (model.entering().get() || !(model.step().get() instanceof WelcomeStep.Choosing)) return false;
        model.tellOfBrokenLink();
        scroll.setVvalue(0); // the sentence stands above the form
        return true;
    }

    /// Beside what is said of the room that could not be made.
    private void fillWaiting() {
        JoinLink link = waiting;
        waiting = null;
        if (link == null) return;
        model.joinRoom().name().set(link.room().value());
        model.joinRoom().words().set(link.words().words());
        joinRoom.focusWords();
    }

    private void joinInstead() {
        model.joinInstead();
        joinRoom.focusWords();
    }

    /// What is being made cannot be given up: the page stays until it is there, and shows it.
    private boolean escaped() {
        if (model.entering().get()) return true;
        return switch (model.step().get()) {
            case WelcomeStep.Choosing() -> {
                if (!first) leave();
                yield !first;
            }
            case WelcomeStep.AskingToJoin _, WelcomeStep.AskingForAnother _, WelcomeStep.AskingToKeep _ -> {
                model.back();
                yield true;
            }
            case WelcomeStep.Created _ -> false;
        };
    }

    private void entered(PageContext context, OwnRoom room) {
        done.run();
        context.navigation().conversation(room.key());
        if (waiting != null) context.navigation().join(waiting);
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        if (first) {
            name.input().requestFocus();
            name.input().selectAll();
        } else {
            focusWay();
            keyboardIsOurs = true;
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
