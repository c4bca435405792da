package io.landline.ui.places.shelf;

import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.PeerText;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// The folders that are open to a room, over the page, and the button that opens one more. JavaFX thread.
public final class ShelvesSheet implements Sheet {
    private final ShelvesPart shelves;
    private final SheetScroll scroll;

    /// @param key of the room's conversation
    /// @param close is run when the person at the screen is done with it
    public ShelvesSheet(PageContext context, String key, Runnable close) {
        Texts texts = context.texts(ShelvesSheet.class);
        var head = new SheetHead("shelves-title", texts.get("close"), close);
        shelves = new ShelvesPart(context);
        scroll = new SheetScroll(new VBox(head, shelves), close, head::focus);
        context.background()
                .run(() -> context.node()
                        .rooms()
                        .rooms()
                        .stream()
                        .filter(each -> each.key().equals(key))
                        .findFirst(), (Optional<OwnRoom> room) -> room.ifPresent(now -> {
                            String own = now.ownName();
                            head.show(PeerText.line(own == null ? now.label() : own));
                            shelves.show(now);
                            scroll.filled();
                        }), why -> close.run());
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        shelves.close();
    }
}
