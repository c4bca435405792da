package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Item;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.Sheet;
import io.landline.ui.places.sheet.SheetHead;
import io.landline.ui.places.sheet.SheetScroll;
import io.landline.ui.text.ErrorMessages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// All that is pinned in a conversation, the latest pin first: a click leads to the message, and each can be unpinned.
/// JavaFX thread.
public final class PinsSheet implements Sheet {
    private final PageContext context;
    private final Texts texts;
    private final ItemLine line;
    private final Consumer<Item> chosen;
    private final VBox rows = new VBox();
    private final SheetHead head;
    private final SheetScroll scroll;
    private final Refresh<List<Item>> refresh;
    private final ConversationWatch watch;
    private boolean isShown;

    /// @param conversation the conversation that the pins are in
    /// @param chosen leads to a message; the sheet is closed before
    /// @param close is run when the person at the screen is done with it
    public PinsSheet(PageContext context, String conversation, Consumer<Item> chosen, Runnable close) {
        this.context = context;
        texts = context.texts(PinsSheet.class);
        line = ItemLine.of(context);
        this.chosen = item -> {
            close.run();
            chosen.accept(item);
        };
        head = new SheetHead("pins-title", texts.get("close"), close);
        head.show(texts.get("pins.title"));
        rows.getStyleClass().add("acts-rows");
        scroll = new SheetScroll(new VBox(head, Paragraph.muted(texts.get("pins.meaning")), rows), close,
                this::focusFirst);
        scroll.getStylesheets().add(PollSheet.STYLES);
        refresh = new Refresh<>(context.background(), () -> context.node().chats().acts().pinned(conversation),
                this::show);
        watch = new ConversationWatch(context.node(), context.background(), changed -> {
            if (changed.equals(conversation)) refresh();
        }, this::refresh);
    }

    private void refresh() {
        refresh.changed();
    }

    private void focusFirst() {
        if (rows.getChildren().getFirst() instanceof MessageRow row) {
            row.focus();
        } else {
            head.focus();
        }
    }

    private void show(List<Item> pinned) {
        rows.getChildren().setAll(pinned.stream().map(this::row).toList());
        if (pinned.isEmpty()) rows.getChildren().add(Paragraph.plain(texts.get("pins.none")));
        if (isShown) shown();
    }

    private MessageRow row(Item item) {
        var unpin = new IconButton("unpin", Feather.X, texts.get("pins.unpin"));
        unpin.setOnAction(_ -> context.background()
                .run(() -> context.node().chats().acts().pin(item.id(), false), _ -> refresh(),
                        why -> context.notices().problem(ErrorMessages.sentence(context.language(), why))));
        return new MessageRow(line.about(item), line.words(item), () -> chosen.accept(item), unpin);
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void shown() {
        isShown = true;
        if (!rows.getChildren().isEmpty()) scroll.shown();
    }

    @Override
    public void close() {
        refresh.close();
        watch.close();
    }
}
