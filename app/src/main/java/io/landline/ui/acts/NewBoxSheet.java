package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.chat.act.HandInBox;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.scene.layout.VBox;

/// The form of a hand-in box, over the page. Enter goes to the next field, and makes it from the last. JavaFX thread.
public final class NewBoxSheet implements Sheet {
    private final Texts texts;
    private final NewBoxViewModel model;
    private final InputField what;
    private final InputField until;
    private final InputField names;
    private final SheetScroll scroll;

    /// @param conversation the room in which it is collected
    /// @param title of that, safe to show
    /// @param drafts keep what is typed when the sheet is closed by Escape, or by a click beside it
    /// @param close is run when the person at the screen is done with it
    public NewBoxSheet(PageContext context, InstantSource clock, String conversation, String title,
            NewBoxDrafts drafts, Runnable close) {
        texts = context.texts(NewBoxSheet.class);
        model = new NewBoxViewModel(context, clock, ZoneId.systemDefault(), conversation, drafts, close);
        var head = new SheetHead("collect-title", texts.get("close"), close);
        head.show(texts.format("collect.title", title));
        var size = new InputField("collect-size", texts.get("collect.size"), model.size(), model.sizeNote())
                .like("100 MB")
                .fromTheLeft()
                .roomFor(texts.get("collect.size.like"))
                .onEnter(this::make);
        names = new InputField("collect-names", texts.get("collect.names"), model.names(), model.namesNote())
                .like("*.pdf, *.odt")
                .fromTheLeft()
                .roomFor(texts.get("collect.names.all"))
                .roomFor(texts.get("collect.names.slash"))
                .roomFor(texts.format("collect.names.long", HandInBox.PATTERN_BYTES_MAX))
                .onEnter(size.input()::requestFocus);
        until = new InputField("collect-until", texts.get("collect.until"), model.until(), model.untilNote())
                .fromTheLeft()
                .roomFor(model.examples())
                .onEnter(names.input()::requestFocus);
        what = new InputField("collect-what", texts.get("collect.what"), model.title(), model.titleNote())
                .roomFor(texts.get("collect.title.missing"))
                .roomFor(texts.format("collect.title.long", HandInBox.TITLE_BYTES_MAX))
                .onEnter(until.input()::requestFocus);
        until.input().focusedProperty().subscribe(isThere -> {
            if (!isThere) model.untilLeft();
        });
        var make = new TextButton("collect-make", texts.get("collect.make"), model::make);
        make.getStyleClass().add(Styles.ACCENT);
        make.disableProperty().bind(model.makeable().not());
        var clear = new TextButton("collect-clear", texts.get("poll.clear"), () -> {
            model.clear();
            what.input().requestFocus();
        });
        clear.getStyleClass().add(Styles.FLAT);
        clear.visibleProperty().bind(model.begun());
        var buttons = new ControlLine(make, clear);
        buttons.getStyleClass().add("acts-buttons");
        var content = new VBox(head, Paragraph.muted(texts.get("collect.meaning")), what, until, ends(), names, size,
                buttons);
        scroll = new SheetScroll(content, close, what.input()::requestFocus);
        scroll.getStylesheets().addAll(InputField.styleSheet(), PollSheet.STYLES);
    }

    /// Makes it, or leads to the field that lacks something or is wrong.
    private void make() {
        model.make();
        if (model.titleNote().get().kind() == FieldNote.Kind.BAD) {
            what.input().requestFocus();
        } else if (model.untilNote().get().kind() == FieldNote.Kind.BAD) {
            until.input().requestFocus();
        } else if (model.namesNote().get().kind() == FieldNote.Kind.BAD) {
            names.input().requestFocus();
        }
    }

    private ControlLine ends() {
        var line = new ControlLine();
        for (NewBoxViewModel.End each : NewBoxViewModel.End.values()) {
            var button = new TextButton("collect-" + each, texts.get("collect." + each), () -> {
                model.end(each);
                until.input().requestFocus();
                until.input().end();
            });
            button.getStyleClass().add(Styles.SMALL);
            line.getChildren().add(button);
        }
        line.getStyleClass().add("acts-buttons");
        return line;
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {}
}
