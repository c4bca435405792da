package io.landline.ui.chats;

import io.landline.node.Chats;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.Amounts;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Offers as lines of text. JavaFX thread.
final class OfferLines {
    private final Texts texts;
    private final Amounts amounts;

    OfferLines(PageContext context) {
        texts = context.texts(OfferLines.class);
        amounts = new Amounts(context.language());
    }

    Node line(Chats.Offer offer) {
        var label = new Label(texts.format("offer.line", PeerText.line(String.join(", ", offer.names())), offer.files(),
                amounts.bytes(offer.bytes())));
        label.setMnemonicParsing(false);
        label.setWrapText(true);
        return label;
    }
}
