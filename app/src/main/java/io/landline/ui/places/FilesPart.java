package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Direction;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The newest files of a sheet, and the way to all. JavaFX thread.
final class FilesPart extends SheetPart {
    private static final int NAME_CHARACTERS_MAX = 60;

    private final Texts texts;
    private final AmountFormatter amounts;
    private final VBox rows = new VBox();
    private final Button all;

    FilesPart(PageContext context, Texts texts) {
        super("files-heading", texts.get("files"));
        this.texts = texts;
        all = new TextButton("all-files", texts.get("files.all"), context.navigation()::transfers);
        amounts = new AmountFormatter(context.language());
        getChildren().addAll(rows, all);
        all.getStyleClass().add(Styles.FLAT);
        rows.getStyleClass().add("place-rows");
        show(RecentFiles.NONE);
    }

    void show(RecentFiles files) {
        rows.getChildren().setAll(files.offers().stream().map(this::row).toList());
        if (files.offers().isEmpty()) rows.getChildren().add(Paragraph.muted(texts.get("files.none")));
        if (files.hasMore()) rows.getChildren().add(Paragraph.muted(texts.get("files.more")));
        shown(all, !files.offers().isEmpty());
    }

    private Label row(Transfer offer) {
        String first = offer.content().names().isEmpty() ? "" : offer.content().names().getFirst();
        String name = PeerText.line(PeerText.shortened(first, NAME_CHARACTERS_MAX));
        String size = amounts.bytes(offer.content().bytes());
        String what = offer.content().files() > 1
                ? texts.format("files.several", name, offer.content().files() - 1, size)
                : texts.format("files.one", name, size);
        return Paragraph.plain(offer.direction() == Direction.IN
                ? texts.format("files.from", what, PeerText.person(offer.other().name()))
                : texts.format("files.own", what));
    }
}
