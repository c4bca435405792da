package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.ui.look.Icon;
import io.landline.ui.text.TimeOfDay;
import java.time.Instant;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// What the columns of the datagrams are, above their list and as wide as its cells. JavaFX thread.
final class DatagramHeadings extends HBox {
    private final ListView<?> list;
    private final Region barRoom = new Region();
    private final Label sample = DatagramCell.part("network-time");

    /// @param columns those that the cells show
    DatagramHeadings(ListView<?> list, Texts texts, TimeOfDay timeOfDay, DatagramColumns columns) {
        this.list = list;
        setId("datagram-headings");
        getStyleClass().add("network-headings");
        sample.setVisible(false);
        sample.setMinWidth(USE_PREF_SIZE);
        columns.wide()
                .subscribe(
                        is -> sample.setText(is ? timeOfDay.millis(Instant.EPOCH) : timeOfDay.seconds(Instant.EPOCH)));
        var time = new StackPane(sample, heading(texts.get("column.time"), "network-heading-time"));
        time.setAlignment(Pos.CENTER_LEFT);
        var sign = new Icon(Feather.ARROW_DOWN_LEFT); // keeps the place of the direction
        sign.setVisible(false);
        Label who = heading(texts.get("column.who"), "network-heading-who");
        HBox.setHgrow(who, Priority.ALWAYS);
        Label address = heading(texts.get("column.address"), "network-heading-address");
        Label interfaceName = heading(texts.get("column.interface"), "network-heading-interface");
        Label size = heading(texts.get("column.size"), "network-heading-size");
        DatagramCell.onlyIf(columns.timed(), time);
        DatagramCell.onlyIf(columns.wide(), address);
        DatagramCell.onlyIf(columns.wide(), interfaceName);
        DatagramCell.onlyIf(columns.sized(), size);
        var line = new HBox(time, sign, heading(texts.get("column.kind"), "network-heading-kind"), who, address,
                interfaceName, size);
        line.getStyleClass().addAll("network-line", "network-headings-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        barRoom.managedProperty().bind(barRoom.visibleProperty());
        barRoom.setVisible(false);
        getChildren().addAll(line, barRoom);
        list.skinProperty().subscribe(this::findBar);
    }

    private static Label heading(String words, String style) {
        Label heading = DatagramCell.part(style);
        heading.setText(words);
        return heading;
    }

    /// The list's scroll bar takes room from its cells.
    private void findBar() {
        for (Node each : list.lookupAll(".scroll-bar")) {
            if (!(each instanceof ScrollBar bar) || bar.getOrientation() != Orientation.VERTICAL) continue;
            barRoom.minWidthProperty().bind(bar.widthProperty());
            barRoom.visibleProperty().bind(bar.visibleProperty());
        }
    }
}
