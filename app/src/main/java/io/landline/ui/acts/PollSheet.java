package io.landline.ui.acts;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.InputField;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The form of a poll, over the page. Enter goes to the next field, and asks from the last. JavaFX thread.
public final class PollSheet implements Sheet {
    static final String STYLES = requireNonNull(PollSheet.class.getResource("acts.css")).toExternalForm();

    private final Texts texts;
    private final PollViewModel model;
    private final InputField question;
    private final VBox options = new VBox();
    private final SheetScroll scroll;

    /// @param conversation where it is asked
    /// @param title of that, safe to show
    /// @param drafts keep what is typed when the sheet is closed by Escape, or by a click beside it
    /// @param close is run when the person at the screen is done with it
    public PollSheet(PageContext context, String conversation, String title, PollDrafts drafts, Runnable close) {
        texts = context.texts(PollSheet.class);
        model = new PollViewModel(context, conversation, drafts, close);
        var head = new SheetHead("poll-title", texts.get("close"), close);
        head.show(texts.format(conversation.startsWith("#") ? "poll.title" : "poll.title.person", title));
        question = new InputField("poll-question", texts.get("poll.question"), model.question(),
                new SimpleObjectProperty<>(FieldNote.NOTHING)).onEnter(() -> focus(0));
        options.getStyleClass().add("acts-options");
        var answers = new VBox(Paragraph.styled(texts.get("poll.options"), Styles.TEXT_BOLD), options);
        answers.getStyleClass().add("acts-options");
        var ask = new TextButton("poll-ask", texts.get("poll.ask"), model::ask);
        ask.getStyleClass().add(Styles.ACCENT);
        ask.disableProperty().bind(model.askable().not());
        var clear = new TextButton("poll-clear", texts.get("poll.clear"), () -> {
            model.clear();
            question.input().requestFocus();
        });
        clear.getStyleClass().add(Styles.FLAT);
        clear.visibleProperty().bind(model.begun());
        var buttons = new ControlLine(ask, clear);
        buttons.getStyleClass().add("acts-buttons");
        var content = new VBox(head, templates(), question,
                answers,
                choice("poll-many", "poll.many", model.many()), choice("poll-hidden", "poll.hidden", model.hidden()),
                new NoteLine(model.note()), buttons);
        scroll = new SheetScroll(content, close, question.input()::requestFocus);
        scroll.getStylesheets().addAll(InputField.styleSheet(), STYLES);
        model.options().subscribe(this::showOptions);
        showOptions();
    }

    private ControlLine templates() {
        var line = new ControlLine(Paragraph.muted(texts.get("poll.begin")));
        for (PollViewModel.Template each : PollViewModel.Template.values()) {
            var button = new TextButton("poll-" + each, texts.get("poll." + each), () -> {
                model.begin(each);
                question.input().requestFocus();
            });
            button.getStyleClass().add(Styles.SMALL);
            line.getChildren().add(button);
        }
        line.getStyleClass().add("acts-buttons");
        return line;
    }

    private CheckBox choice(String id, String words, Property<Boolean> chosen) {
        var box = new WrappingCheckBox(id, texts.get(words));
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }

    private void showOptions() {
        while (options.getChildren().size() > model.options().size()) options.getChildren().removeLast();
        for (int i = options.getChildren().size(); i < model.options().size(); i++) {
            options.getChildren().add(option(i, model.options().get(i)));
        }
    }

    private StackPane option(int place, StringProperty words) {
        var field = new TextField();
        field.setId("poll-option-" + (place + 1));
        String name = texts.format("poll.option", place + 1);
        FieldPrompt.put(field, name);
        field.setAccessibleText(name);
        field.textProperty().bindBidirectional(words);
        field.setOnAction(_ -> {
            if (place + 1 < model.options().size() && !field.getText().isBlank()) {
                focus(place + 1);
            } else {
                model.ask();
            }
        });
        return new StackPane(field, new TypedEmoji(field));
    }

    private void focus(int option) {
        ((StackPane) options.getChildren().get(option)).getChildren().getFirst().requestFocus();
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {}
}
