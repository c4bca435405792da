package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
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
    private final Consumer<TimelineItem> chosen;
    private final MessageRows rows;
    private final SheetHead head;
    private final SheetScroll scroll;
    private final Refresh<List<TimelineItem>> refresh;
    private final ConversationWatch watch;
    private boolean isShown;
    private boolean isLoaded;

    /// @param conversation the conversation that the pins are in
    /// @param chosen leads to a message; the sheet is closed before
    /// @param close is run when the person at the screen is done with it
    public PinsSheet(PageContext context, String conversation, Consumer<TimelineItem> chosen, Runnable close) {
        this.context = context;
        texts = context.texts(PinsSheet.class);
        line = ItemLine.of(context);
        this.chosen = item -> {
            close.run();
            chosen.accept(item);
        };
        head = new SheetHead("pins-title", texts.get("close"), close);
        head.show(texts.get("pins.title"));
        rows = new MessageRows(head::focus);
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
        if (!rows.focusFirst()) head.focus();
    }

    private void show(List<TimelineItem> pinned) {
        rows.show(pinned.stream().map(this::row).toList(), Paragraph.plain(texts.get("pins.none")));
        boolean isFirst = !isLoaded;
        isLoaded = true;
        if (isFirst && isShown) scroll.shown();
    }

    private MessageRow row(TimelineItem item) {
        var unpin = new IconButton("unpin", Feather.X, texts.get("pins.unpin"));
        unpin.setOnAction(_ -> context.background()
                .run(() -> context.node().chats().acts().pin(item.id(), false), _ -> refresh(),
                        why -> context.notices().problem(ErrorMessages.sentence(context.language(), why))));
        return new MessageRow(item.id(), line.about(item), line.words(item), () -> chosen.accept(item), unpin);
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void shown() {
        isShown = true;
        if (isLoaded) scroll.shown();
    }

    @Override
    public void close() {
        refresh.close();
        watch.close();
    }
}
