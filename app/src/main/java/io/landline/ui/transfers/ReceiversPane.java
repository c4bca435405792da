package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// On the card of an own offer to a room: who takes it and how far each is, folded until somebody wants to know. JavaFX
/// thread.
final class ReceiversPane extends VBox {
    /// More are counted: a card is no list of a whole school.
    static final int LISTED_MAX = 50;

    private final OfferFormatter formatter;
    private final Icon arrow = new Icon(Feather.CHEVRON_RIGHT);
    private final Button fold = new Button("", arrow);
    private final VBox rows = new VBox();
    private final Label more = new Label();
    private @Nullable OfferViewModel offer;

    ReceiversPane(OfferFormatter formatter) {
        this.formatter = formatter;
        fold.setMnemonicParsing(false);
        fold.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "transfers-receivers-fold");
        fold.setOnAction(_ -> {
            OfferViewModel shown = offer;
            if (shown == null) return;
            shown.unfold(!shown.isUnfolded());
            show(shown);
        });
        rows.getStyleClass().add("transfers-receivers-rows");
        more.getStyleClass().add("transfers-card-more");
        getChildren().addAll(fold, rows, more);
    }

    void show(OfferViewModel now) {
        offer = now;
        List<Transfer> all = now.transfers().receivers();
        boolean matters = all.size() > 1;
        Visibility.show(this, matters);
        if (!matters) return;
        boolean open = now.isUnfolded();
        fold.setText(formatter.receivers(all.size()));
        arrow.show(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        Visibility.show(rows, open);
        int listed = Math.min(all.size(), LISTED_MAX);
        Visibility.show(more, open && all.size() > listed);
        if (!open) return;
        more.setText(formatter.furtherReceivers(all.size() - listed));
        while (rows.getChildren().size() > listed) rows.getChildren().removeLast();
        while (rows.getChildren().size() < listed) rows.getChildren().add(new Row());
        for (int i = 0; i < listed; i++) {
            if (rows.getChildren().get(i) instanceof Row row) row.show(now, all.get(i));
        }
    }

    private final class Row extends HBox {
        private final EmojiLabel name = new EmojiLabel();
        private final Label state = new Label();

        private Row() {
            name.setMnemonicParsing(false);
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            state.setMinWidth(USE_PREF_SIZE);
            state.getStyleClass().add("transfers-card-size");
            getStyleClass().add("transfers-receivers-row");
            getChildren().addAll(name, state);
        }

        private void show(OfferViewModel of, Transfer transfer) {
            name.setText(PeerText.person(transfer.other().name()));
            state.setText(formatter.receiver(of, transfer));
        }
    }
}
