package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.ui.control.Paragraph;
import io.landline.ui.text.AmountFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The interfaces, each with what left and came in by it. JavaFX thread.
final class InterfacesPane extends ScrollPane {
    private final Texts texts;
    private final DatagramFormatter formatter;
    private final AmountFormatter amounts;
    private final VBox column = new VBox();
    private final Map<String, InterfaceCard> cards = new HashMap<>();
    private final NetworkViewModel model;
    private final EmptyList empty = new EmptyList(Feather.WIFI_OFF, "interfaces-empty");

    InterfacesPane(NetworkViewModel model, Texts texts, DatagramFormatter formatter, AmountFormatter amounts) {
        this.model = model;
        this.texts = texts;
        this.formatter = formatter;
        this.amounts = amounts;
        setId("interfaces");
        setAccessibleText(texts.get("interfaces"));
        setFitToWidth(true);
        getStyleClass().add("network-interfaces");
        column.getStyleClass().add("network-column");
        empty.say(texts.get("interfaces.none"), texts.get("interfaces.none.text"));
        var centred = new StackPane(column);
        centred.getStyleClass().add("network-centred");
        setContent(centred);
        model.interfaces().addListener((ListChangeListener<InterfaceRow>) _ -> show());
        model.loaded().subscribe(_ -> show());
    }

    /// Cards that stay are kept, so that the keyboard keeps its place.
    private void show() {
        List<Node> wanted = new ArrayList<>();
        wanted.add(Paragraph.muted(texts.get("interfaces.meaning")));
        for (InterfaceRow row : model.interfaces()) {
            InterfaceCard card = cards.computeIfAbsent(row.name(),
                    _ -> new InterfaceCard(model, texts, formatter, amounts));
            card.show(row);
            wanted.add(card);
        }
        if (model.interfaces().isEmpty() && model.loaded().get()) wanted.set(0, empty);
        cards.keySet().removeIf(name -> model.interfaces().stream().noneMatch(row -> row.name().equals(name)));
        if (column.getChildren().size() == wanted.size()
                && column.getChildren().subList(1, wanted.size()).equals(wanted.subList(1, wanted.size()))) {
            return;
        }
        column.getChildren().setAll(wanted);
    }
}
