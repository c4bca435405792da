package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.Paragraph;
import io.landline.ui.focus.SameFocus;
import io.landline.ui.label.EmojiButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rooms in which both the user and a person are; each leads there. JavaFX thread.
final class RoomsPart extends SheetPart {
    private final Texts texts;
    private final Navigation navigation;
    private final VBox rows = new VBox();
    private List<OwnRoom> shown = List.of();

    RoomsPart(Texts texts, Navigation navigation) {
        super("rooms-heading", texts.get("rooms"));
        this.texts = texts;
        this.navigation = navigation;
        rows.getStyleClass().add("place-rows");
        getChildren().add(rows);
        fill();
    }

    void show(List<OwnRoom> rooms) {
        if (rooms.equals(shown)) return; // the keyboard stays where it is
        shown = List.copyOf(rooms);
        fill();
    }

    private void fill() {
        SameFocus.fill(rows, shown.stream().map(this::row).toList());
        if (shown.isEmpty()) rows.getChildren().add(Paragraph.muted(texts.get("rooms.none")));
    }

    /// The picture stands for the `#`.
    private Button row(OwnRoom room) {
        String name = PeerText.line(room.label().substring(1));
        var row = new EmojiButton(name, new Icon(room.open() ? Feather.UNLOCK : Feather.HASH));
        row.setId("room-" + room.key());
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new TextTooltip(name));
        row.getStyleClass().addAll(Styles.FLAT, "place-member", "place-room");
        row.setOnAction(_ -> navigation.conversation(room.key()));
        return row;
    }
}
