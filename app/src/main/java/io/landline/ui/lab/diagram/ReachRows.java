package io.landline.ui.lab.diagram;

import atlantafx.base.theme.Styles;
import io.landline.lab.names.AddressProbe;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.lab.card.CardFormatter;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The addresses of a host one below the other, with what came of each as soon as it is known. JavaFX thread.
final class ReachRows extends VBox {
    private final CardFormatter formatter;
    private final Texts texts;
    private AddressProbe.@Nullable Table shown;

    ReachRows(CardFormatter formatter, Texts texts) {
        this.formatter = formatter;
        this.texts = texts;
        setId("lab-reach");
        getStyleClass().add("lab-reach");
    }

    void show(AddressProbe.@Nullable Table table) {
        if (table == null || table.equals(shown)) return;
        shown = table;
        var rows = new ArrayList<Node>();
        boolean before = true; // the first that is not tried yet is being tried
        for (AddressProbe.Row each : table.rows()) {
            rows.add(row(each, before && !each.isTried()));
            before = each.isTried();
        }
        getChildren().setAll(rows);
    }

    private Node row(AddressProbe.Row row, boolean underWay) {
        boolean connected = row.millis() != null;
        var icon = new Icon(connected ? Feather.CHECK_CIRCLE : row.isTried() ? Feather.X_CIRCLE : Feather.CLOCK);
        icon.getStyleClass().add(connected ? "lab-reach-good" : row.isTried() ? "lab-reach-bad" : "lab-reach-open");
        var address = new Label(PeerText.line(row.address()));
        address.setMnemonicParsing(false);
        address.getStyleClass().add("lab-mono-label");
        var kind = new WrappingLabel(texts.format("reach.kind", row.family(), texts.get("scope." + row.scope())));
        kind.getStyleClass().add(Styles.TEXT_MUTED);
        var head = new ControlLine(address, kind);
        head.getStyleClass().add("lab-line");
        var said = new WrappingLabel(underWay ? texts.get("reach.trying") : formatter.reached(row));
        var text = new VBox(head, said);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        var line = new HBox(icon, text);
        line.getStyleClass().add("lab-reach-row");
        line.setAccessibleText(String.join(" ", address.getText(), kind.getText(), said.getText()));
        return line;
    }
}
