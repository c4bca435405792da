package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.ErrorMessages;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/// For how long a conversation is kept on this computer. What removes something is asked first. JavaFX thread.
public final class KeepPart extends SheetPart {
    private final PageContext context;
    private final Texts texts;
    private final MenuButton choice = new MenuButton();
    private @Nullable String shownKey;

    public KeepPart(PageContext context) {
        Texts texts = context.texts(KeepPart.class);
        super("keep-heading", texts.get("keep"));
        this.context = context;
        this.texts = texts;
        choice.setId("keep");
        choice.setMnemonicParsing(false);
        choice.setText(texts.get("keep"));
        for (Keep each : Keep.values()) choice.getItems().add(item(each));
        getChildren().addAll(choice, Paragraph.muted(texts.get("keep.meaning")));
        Visibility.show(this, false);
    }

    private MenuItem item(Keep keep) {
        var item = new MenuItem(words(keep));
        item.setId("keep-" + keep.name().toLowerCase(Locale.ROOT));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> ask(keep));
        return item;
    }

    /// @param key of the conversation; null: nothing was said there yet
    public void show(@Nullable String key) {
        Visibility.show(this, key != null);
        if (key == null) return;
        shownKey = key;
        load(key);
    }

    private void load(String key) {
        context.background().run(() -> context.node().chats().history().kept(key), now -> {
            if (key.equals(shownKey)) choice.setText(texts.format("keep.button", words(now)));
        }, this::failed);
    }

    private void ask(Keep keep) {
        String key = shownKey;
        if (key == null) return;
        if (keep == Keep.ALL) {
            keep(key, keep);
            return;
        }
        new QuestionPopOver(texts.format("keep.ask", span(keep)), texts.get("keep.meaning"),
                new TextButton("keep-yes", texts.get("keep.do")), new TextButton("keep-no", texts.get("keep.no")),
                () -> keep(key, keep)).showAt(choice);
    }

    private void keep(String key, Keep keep) {
        context.background().run(() -> {
            context.node().chats().history().keep(key, keep);
            return key;
        }, this::load, this::failed);
    }

    private void failed(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }

    private String words(Keep keep) {
        return switch (keep) {
            case ALL -> texts.get("keep.all");
            case YEAR -> texts.get("keep.year");
            case MONTH, QUARTER -> texts.format("keep.days", String.valueOf(keep.days()));
        };
    }

    private String span(Keep keep) {
        return keep == Keep.YEAR
                ? texts.get("keep.span-year")
                : texts.format("keep.span-days", String.valueOf(keep.days()));
    }
}
