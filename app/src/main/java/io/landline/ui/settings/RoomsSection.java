package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rooms that we are in. A row stays while its room does, so that words that are being read do not vanish. JavaFX
/// thread.
final class RoomsSection extends Section {
    private final RoomsViewModel model;
    private final Texts texts;
    private final Navigation navigation;
    private final VBox rows = new VBox();
    private final Map<String, RoomRow> byKey = new HashMap<>();

    RoomsSection(RoomsViewModel model, Navigation navigation, Texts texts) {
        super(Feather.KEY, texts.get("rooms"));
        this.model = model;
        this.navigation = navigation;
        this.texts = texts;
        rows.getStyleClass().add("settings-rows");
        rows.managedProperty().bind(Bindings.isNotEmpty(model.rooms()));
        var none = Paragraph.muted(texts.get("rooms.none"));
        none.managedProperty().bind(Bindings.isEmpty(model.rooms()));
        none.visibleProperty().bind(none.managedProperty());
        var another = new Button(texts.get("rooms.new"), new Icon(Feather.PLUS));
        another.setId("new-room");
        another.setOnAction(_ -> navigation.newRoom());
        model.rooms().addListener((ListChangeListener<OwnRoom>) _ -> show());
        show();
        getChildren().addAll(none, tooMany(), rows, another);
    }

    /// That not all rooms fit the list that two nodes exchange. Here the user can leave some.
    private Node tooMany() {
        var many = Paragraph.muted("");
        many.setId("many-rooms");
        many.managedProperty().bind(model.tooMany());
        many.visibleProperty().bind(many.managedProperty());
        model.rooms()
                .addListener((ListChangeListener<OwnRoom>) _ -> many
                        .setText(texts.format("rooms.many", model.rooms().size(), Rooms.LISTED_MAX)));
        return many;
    }

    private void show() {
        List<Node> shown = new ArrayList<>();
        for (OwnRoom room : model.rooms()) {
            RoomRow row = byKey.computeIfAbsent(room.key(), _ -> new RoomRow(model, navigation, texts, room));
            row.show(room);
            shown.add(row);
        }
        byKey.values().retainAll(shown);
        if (!rows.getChildren().equals(shown)) rows.getChildren().setAll(shown);
    }
}
