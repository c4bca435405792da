package io.landline.ui.lab.card;

import atlantafx.base.theme.Styles;
import io.landline.lab.SocketCard;
import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.text.PeerText;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A socket's card: kind, addresses, and the options as the system names them. Folded until somebody wants it. JavaFX
/// thread.
final class SocketDetails extends VBox {
    private final CardFormatter formatter;
    private final Texts texts;
    private final GridPane facts = new GridPane();
    private int rows;

    SocketDetails(CardFormatter formatter, Texts texts) {
        this.formatter = formatter;
        this.texts = texts;
        facts.getStyleClass().add("lab-facts");
        getChildren().addAll(new MoreButton(texts.get("socket"), facts), facts);
        show(null);
    }

    void show(@Nullable SocketCard card) {
        facts.getChildren().clear();
        rows = 0;
        Visibility.show(this, card != null);
        if (card == null) return;
        add(texts.get("socket.kind"), formatter.said(card.full()));
        add(texts.get("socket.local"), card.local());
        String peer = card.peer();
        if (peer != null) add(texts.get("socket.peer"), peer);
        add(texts.get("socket.state"), formatter.said(card.state()));
        card.options().forEach((name, value) -> add(name, formatter.said(value)));
    }

    private void add(String name, String value) {
        Label left = new Label(name);
        left.getStyleClass().add(Styles.TEXT_MUTED);
        Label right = new Label(PeerText.line(value));
        for (Label each : new Label[]{left, right}) {
            each.setMnemonicParsing(false);
            each.setTooltip(new TextTooltip(each.getText()));
        }
        facts.addRow(rows++, left, right);
    }
}
