package io.landline.ui.network;

import atlantafx.base.theme.Tweaks;
import io.landline.language.Texts;
import io.landline.ui.page.PageContext;
import java.time.LocalDate;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Who came and went, and why; the newest at the end. JavaFX thread.
final class PresenceChangesPane extends StackPane {
    private final ListView<PresenceChange> list;
    private final FollowedList<PresenceChange> followed;

    PresenceChangesPane(NetworkViewModel model, Texts texts, DatagramFormatter formatter, PageContext context) {
        list = new ListView<>(model.comings());
        list.setId("comings");
        list.setAccessibleText(texts.get("comings"));
        list.getStyleClass().addAll("network-list", Tweaks.EDGE_TO_EDGE);
        list.setCellFactory(_ -> new PresenceChangeCell(texts, formatter));
        followed = new FollowedList<>(list, new SimpleBooleanProperty(true), context.fx());
        context.time().eachDay(list, LocalDate::now);
        var empty = new EmptyList(Feather.USERS, "comings-empty");
        empty.say(texts.get("comings.none"), texts.get("comings.none.text"));
        InvalidationListener look = _ -> empty.setVisible(model.comings().isEmpty() && model.loaded().get());
        model.comings().addListener(look);
        model.loaded().addListener(look);
        look.invalidated(model.loaded());
        getStyleClass().add("network-rows");
        getChildren().addAll(list, empty);
    }

    void focus() {
        list.requestFocus();
    }

    void close() {
        followed.close();
        list.setItems(null);
    }
}
