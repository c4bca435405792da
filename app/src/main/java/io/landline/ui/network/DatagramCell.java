package io.landline.ui.network;

import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A datagram on one line, with as many columns as have room. JavaFX thread.
final class DatagramCell extends ListCell<DatagramRow> {
    private final DatagramFormatter formatter;
    private final DatagramColumns columns;
    private final Icon direction = new Icon(Feather.ARROW_DOWN_LEFT);
    private final Label time = part("network-time");
    private final Label kind = part("network-kind");
    private final EmojiLabel who = new EmojiLabel();
    private final Label address = part("network-address");
    private final Label interfaceName = part("network-interface");
    private final Label size = part("network-size");
    private final TextTooltip whole = new TextTooltip();
    private final HBox line = new HBox(time, direction, kind, who, address, interfaceName, size);

    DatagramCell(DatagramFormatter formatter, DatagramColumns columns) {
        this.formatter = formatter;
        this.columns = columns;
        getStyleClass().add("network-cell");
        line.getStyleClass().add("network-line");
        time.setMinWidth(USE_PREF_SIZE);
        who.getStyleClass().add("network-who");
        HBox.setHgrow(who, Priority.ALWAYS);
        onlyIf(columns.timed(), time);
        onlyIf(columns.wide(), address);
        onlyIf(columns.wide(), interfaceName);
        onlyIf(columns.sized(), size);
        columns.wide().subscribe(_ -> showTime());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0); // as wide as the list: nothing scrolls sideways
    }

    static Label part(String style) {
        var label = new Label();
        label.setMnemonicParsing(false);
        label.getStyleClass().add(style);
        return label;
    }

    static void onlyIf(ObservableValue<Boolean> shown, Node column) {
        column.visibleProperty().bind(shown);
        column.managedProperty().bind(shown);
    }

    @Override
    protected void updateItem(@Nullable DatagramRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        boolean in = formatter.isIn(row);
        direction.show(in ? Feather.ARROW_DOWN_LEFT : Feather.ARROW_UP_RIGHT);
        direction.getStyleClass().removeAll("network-in", "network-out");
        direction.getStyleClass().add(in ? "network-in" : "network-out");
        String label = formatter.label(row.kind());
        kind.setText(label);
        kind.getStyleClass().setAll("label", "network-kind", "network-kind-" + label);
        who.setText(formatter.who(row));
        address.setText(row.address());
        interfaceName.setText(formatter.interfaceName(row.observed().hop().interfaceName()));
        size.setText(formatter.bytes(row.bytes()));
        showTime();
        setGraphic(line);
        whole.setText(formatter.spoken(row, Instant.now()));
        setTooltip(whole);
        setAccessibleText(whole.getText());
    }

    private void showTime() {
        DatagramRow row = getItem();
        if (row == null) return;
        time.setText(
                columns.wide().get() ? formatter.exactTime(row.observed().at()) : formatter.time(row.observed().at()));
    }
}
