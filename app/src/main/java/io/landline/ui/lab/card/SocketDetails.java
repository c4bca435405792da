package io.landline.ui.lab.card;

import atlantafx.base.theme.Styles;
import io.landline.lab.SocketCard;
import io.landline.language.Texts;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import io.landline.ui.look.TextTooltip;
import io.landline.ui.text.PeerText;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A socket's card: kind, addresses, and the options as the system names them. Folded until somebody wants it. JavaFX
/// thread.
final class SocketDetails extends VBox {
    private final CardFormatter words;
    private final Texts texts;
    private final GridPane facts = new GridPane();
    private int rows;

    SocketDetails(CardFormatter words, Texts texts) {
        this.words = words;
        this.texts = texts;
        facts.getStyleClass().add("lab-facts");
        var open = new ToggleButton(texts.get("socket"), new Icon(Feather.CHEVRON_DOWN));
        open.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "lab-more");
        open.selectedProperty().subscribe(selected -> Visibility.show(facts, selected));
        getChildren().addAll(open, facts);
        show(null);
    }

    void show(@Nullable SocketCard card) {
        facts.getChildren().clear();
        rows = 0;
        Visibility.show(this, card != null);
        if (card == null) return;
        add(texts.get("socket.kind"), words.said(card.full()));
        add(texts.get("socket.local"), card.local());
        String peer = card.peer();
        if (peer != null) add(texts.get("socket.peer"), peer);
        add(texts.get("socket.state"), words.said(card.state()));
        card.options().forEach((name, value) -> add(name, words.said(value)));
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
