package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.PeerText;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/// What the user saved, the last first. A click leads to the message, if it is still here. Each can be taken out.
/// JavaFX thread.
public final class SavedSheet implements Sheet {
    private final Texts texts;
    private final ItemLine line;
    private final SavedViewModel model;
    private final Consumer<Found> chosen;
    private final MessageRows rows;
    private final SheetHead head;
    private final SheetScroll scroll;
    private final Subscription subscription;
    private Map<String, String> titles = Map.of();

    /// @param chosen leads to a message; the sheet is closed before
    /// @param close is run when the person at the screen is done with it
    public SavedSheet(PageContext context, SavedViewModel model, Consumer<Found> chosen, Runnable close) {
        this.model = model;
        texts = context.texts(SavedSheet.class);
        line = ItemLine.of(context);
        this.chosen = found -> {
            close.run();
            chosen.accept(found);
        };
        head = new SheetHead("saved-title", texts.get("close"), close);
        head.show(texts.get("saved.title"));
        rows = new MessageRows(head::focus);
        scroll = new SheetScroll(new VBox(head, Paragraph.muted(texts.get("saved.meaning")), rows), close,
                this::focusFirst);
        scroll.getStylesheets().add(PollSheet.STYLES);
        subscription = model.saved().subscribe(this::show);
        context.background().run(() -> context.node().chats().list(), this::name, _ -> {}); // keys will do
        model.load();
    }

    private void name(List<Conversation> all) {
        titles = all.stream().collect(Collectors.toMap(Conversation::key, Conversation::title, (one, _) -> one));
        show(model.saved().get());
    }

    private void focusFirst() {
        if (!rows.focusFirst()) head.focus();
    }

    private void show(List<Saved> saved) {
        rows.show(saved.stream().map(this::row).toList(), Paragraph.plain(texts.get("saved.none")));
    }

    private MessageRow row(Saved saved) {
        var out = new IconButton("saved-out", Feather.X, texts.get("saved.out"));
        out.setOnAction(_ -> model.release(saved.id()));
        String where = PeerText.title(titles.getOrDefault(saved.conversation(), saved.conversation()),
                !Fingerprint.isWhole(saved.conversation()));
        TimelineItem item = saved.item();
        if (item == null) {
            return MessageRow.gone(saved.id(),
                    texts.format("saved.about", where, line.about(saved.name(), saved.written())),
                    texts.get("saved.removed"), out);
        }
        return new MessageRow(saved.id(), texts.format("saved.about", where, line.about(item)), line.words(item),
                () -> chosen.accept(new Found(saved.conversation(), item)), out);
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        subscription.unsubscribe();
    }
}
