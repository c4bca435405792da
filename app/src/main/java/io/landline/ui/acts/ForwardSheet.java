package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.acts.ForwardViewModel.Target;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The sheet that asks for the receivers of forwarded messages: one conversation or several. JavaFX thread.
public final class ForwardSheet implements Sheet {
    private final Texts texts;
    private final ForwardViewModel model;
    private final TextField field = new TextField();
    private final VBox targets = new VBox();
    private final SheetScroll scroll;

    /// @param messages in the order in which they go
    /// @param sent is run once all are on their way
    /// @param close is run when the person at the screen is done with it
    public ForwardSheet(PageContext context, List<TimelineItem> messages, Runnable sent, Runnable close) {
        texts = context.texts(ForwardSheet.class);
        model = new ForwardViewModel(context, messages, () -> {
            sent.run();
            close.run();
        });
        var head = new SheetHead("forward-title", texts.get("close"), close);
        head.show(texts.format("forward.title", messages.size()));
        field.setId("forward-words");
        FieldPrompt.put(field, texts.get("forward.prompt"));
        field.setAccessibleText(texts.get("forward.prompt"));
        field.textProperty().bindBidirectional(model.words());
        field.setOnAction(_ -> model.enter());
        targets.getStyleClass().add("acts-rows");
        var named = new WrappingCheckBox("forward-named", texts.get("forward.named"));
        named.selectedProperty().bindBidirectional(model.named());
        Visibility.show(named, model.isOthers());
        var forward = new TextButton("forward-do", texts.get("forward.do"), model::forward);
        forward.getStyleClass().add(Styles.ACCENT);
        forward.disableProperty().bind(model.sendable().not());
        var missing = new WrappingLabel("");
        missing.setId("forward-missing");
        model.missing().subscribe(names -> {
            missing.setText(names.isEmpty() ? "" : texts.format("forward.missing", names));
            Visibility.show(missing, !names.isEmpty());
        });
        scroll = new SheetScroll(new VBox(head, missing, field, targets, named, forward), close, field::requestFocus);
        scroll.getStylesheets().add(PollSheet.STYLES);
        model.listed().subscribe(this::showTargets);
        showTargets();
    }

    private void showTargets() {
        targets.getChildren().setAll(model.listed().stream().map(this::box).toList());
        if (model.findsNobody()) targets.getChildren().add(Paragraph.muted(texts.get("forward.nobody")));
    }

    private Node box(Target target) {
        String name = PeerText.title(target.title(), target.isRoom());
        var words = new EmojiLabel(target.isRoom() ? texts.format("forward.room", name) : name);
        words.getStyleClass().add("acts-target-words");
        var box = new CheckBox();
        box.setGraphic(words);
        box.setAccessibleText(words.said());
        box.getStyleClass().add("acts-target");
        box.setSelected(model.isChosen(target));
        box.setOnAction(_ -> model.choose(target, box.isSelected()));
        return box;
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {}
}
