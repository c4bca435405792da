package io.landline.ui.places.sheet;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Part;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.peer.Direction;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The newest files of a sheet, and the way to all. JavaFX thread.
public final class FilesPart extends SheetPart {
    private static final int NAME_CHARACTERS_MAX = 60;
    /// Of folders and files that were offered together.
    private static final int NAMED_MAX = 2;

    private final Texts texts;
    private final AmountFormatter amounts;
    private final VBox rows = new VBox();
    private final Button all;

    public FilesPart(PageContext context, Texts texts) {
        super("files-heading", texts.get("files"));
        this.texts = texts;
        all = new TextButton("all-files", texts.get("files.all"), context.navigation()::transfers);
        amounts = new AmountFormatter(context.language());
        getChildren().addAll(rows, all);
        all.getStyleClass().add(Styles.FLAT);
        rows.getStyleClass().add("place-rows");
        show(RecentFiles.NONE);
    }

    public void show(RecentFiles files) {
        rows.getChildren().setAll(files.offers().stream().map(this::row).toList());
        if (files.offers().isEmpty()) rows.getChildren().add(Paragraph.muted(texts.get("files.none")));
        if (files.hasMore()) rows.getChildren().add(Paragraph.muted(texts.get("files.more")));
        Visibility.show(all, !files.offers().isEmpty());
    }

    private Label row(Transfer offer) {
        String what = what(offer);
        return Paragraph.plain(offer.direction() == Direction.IN
                ? texts.format("files.from", what, PeerText.person(offer.other().name()))
                : texts.format("files.own", what));
    }

    private String what(Transfer offer) {
        Content content = offer.content();
        List<String> names = content.names().stream().map(FilesPart::name).toList();
        String first = names.isEmpty() ? "" : names.getFirst();
        // of an own offer each receiver takes as much as it likes
        boolean isPart = offer.direction() == Direction.IN && !offer.taken().equals(content.whole());
        String size = isPart ? part(offer.taken(), content) : amounts.bytes(content.bytes());
        if (content.folders() > 0) {
            String named = texts.list(names.stream().limit(NAMED_MAX).toList());
            if (names.size() > NAMED_MAX) named += " …";
            return isPart
                    ? texts.format("files.one", named, size)
                    : texts.format("files.folder", named, content.files(), size);
        }
        return content.files() > 1
                ? texts.format("files.several", first, content.files() - 1, size)
                : texts.format("files.one", first, size);
    }

    /// How much of it was taken.
    private String part(Part taken, Content of) {
        return texts.format("files.part", taken.files(), of.files(), amounts.bytes(taken.bytes()),
                amounts.bytes(of.bytes()));
    }

    private static String name(String theirs) {
        return PeerText.line(PeerText.shortened(theirs, NAME_CHARACTERS_MAX));
    }
}
