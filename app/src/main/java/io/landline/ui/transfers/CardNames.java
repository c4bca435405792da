package io.landline.ui.transfers;

import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.text.FileKind;
import io.landline.ui.text.FileName;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.file.FileNameLine;
import io.landline.ui.transfers.state.OfferFacts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// What a card offers, by name: the first files or folders, and how many more there are. JavaFX thread.
final class CardNames extends VBox {
    /// More names would make the card a list.
    private static final int NAMES_SHOWN = 3;
    /// Of a longer name the middle is left out: two lines of a usual card, some ten of the narrowest one with the
    /// largest letters.
    private static final int NAME_CHARACTERS_MAX = 80;

    private final OfferFormatter formatter;
    private List<String> named = List.of();
    private Feather sign = Feather.FILE;
    private boolean holdProgram;

    CardNames(OfferFormatter formatter) {
        this.formatter = formatter;
        getStyleClass().add("transfers-card-names");
    }

    /// A long text is read to its end: what a file is hides there as well as at the beginning of its name.
    static WrappingLabel wrapping(String styleClass) {
        var label = new WrappingLabel("");
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    private static EmojiLabel plain(String styleClass) {
        var label = new EmojiLabel();
        label.setMnemonicParsing(false);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// The next names are those of another offer.
    void forget() {
        named = List.of();
    }

    /// Shows these names; false, and nothing done, where they stand there.
    boolean show(OfferFacts facts, List<String> wholes) {
        if (wholes.equals(named)) return false;
        named = wholes;
        List<FileName> files = wholes.stream().map(FileName::of).toList();
        FileKind kind = files.isEmpty() ? FileKind.OTHER : files.getFirst().kind();
        sign = facts.folders() > 0 ? Feather.FOLDER : facts.files() > 1 ? Feather.COPY : sign(kind);
        holdProgram = !facts.isFolder() && files.stream().anyMatch(file -> file.kind() == FileKind.PROGRAM);
        getChildren().clear();
        int shown = Math.min(files.size(), NAMES_SHOWN);
        for (int i = 0; i < shown; i++) {
            getChildren().add(facts.isFiles() ? file(wholes.get(i), files.get(i)) : item(facts, wholes.get(i)));
        }
        long beyond = facts.beyond(shown);
        if (beyond != 0) {
            Label more = wrapping("transfers-card-more");
            more.setText(formatter.more(beyond));
            getChildren().add(more);
        }
        return true;
    }

    /// What the named files are.
    Feather sign() {
        return sign;
    }

    /// Whether one of the named files may be a program: beside folders, all that is named like one.
    boolean holdProgram() {
        return holdProgram;
    }

    /// A folder, or where folders and files stand beside each other one of these: only the manifest tells them apart.
    private HBox item(OfferFacts facts, String whole) {
        Label name = stem(whole, whole);
        if (!facts.isFolder()) return new HBox(name);
        Label kind = plain("transfers-card-extension");
        kind.setText(formatter.texts().get("folder"));
        kind.getStyleClass().add("transfers-card-no-extension");
        return new FileNameLine(name, kind);
    }

    private static Label stem(String whole, String shown) {
        Label stem = wrapping("transfers-card-name");
        stem.setText(PeerText.line(PeerText.withoutMiddle(shown, NAME_CHARACTERS_MAX)));
        stem.setAccessibleText(PeerText.line(shown));
        stem.setTooltip(new TextTooltip(PeerText.line(whole)));
        return stem;
    }

    private HBox file(String whole, FileName file) {
        Label stem = stem(whole, file.stem());
        Label extension = plain("transfers-card-extension");
        extension.setText(
                file.extension().isEmpty() ? formatter.texts().get("no-extension") : PeerText.line(file.extension()));
        if (file.extension().isEmpty()) extension.getStyleClass().add("transfers-card-no-extension");
        if (file.kind() == FileKind.PROGRAM) extension.getStyleClass().add("transfers-card-program");
        return new FileNameLine(stem, extension);
    }

    private static Feather sign(FileKind kind) {
        return switch (kind) {
            case PICTURE -> Feather.IMAGE;
            case SOUND -> Feather.MUSIC;
            case FILM -> Feather.FILM;
            case ARCHIVE -> Feather.ARCHIVE;
            case TEXT -> Feather.FILE_TEXT;
            case PROGRAM -> Feather.TERMINAL;
            case OTHER -> Feather.FILE;
        };
    }
}
