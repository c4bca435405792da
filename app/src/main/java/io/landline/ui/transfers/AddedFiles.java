package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.FileDrop;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// *Add files …* on the card of an own offer that stands: what is chosen, or dropped on the card, goes to the same
/// conversation at once, as a second offer. JavaFX thread.
final class AddedFiles {
    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("above");

    private final Node card;
    private final FurtherFiles further;
    private final String words;
    private final Supplier<@Nullable OfferViewModel> shown;
    private final AimedButton<OfferViewModel> button;

    /// @param words of the button
    /// @param shown what the card shows now
    AddedFiles(Node card, FurtherFiles further, String words, Supplier<@Nullable OfferViewModel> shown) {
        this.card = card;
        this.further = further;
        this.words = words;
        this.shown = shown;
        button = new AimedButton<>(words, shown, this::choose);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SMALL, "transfers-card-add");
        FileDrop drop = FileDrop.fromOutside(this::isPossible, this::dropped);
        drop.attach(card);
        drop.above().subscribe(above -> card.pseudoClassStateChanged(ABOVE, above));
    }

    Button button() {
        return button;
    }

    boolean isPossible() {
        OfferViewModel now = shown.get();
        return now != null && now.stands() && further.possible().getAsBoolean();
    }

    private void choose(OfferViewModel to) {
        var chooser = new FileChooser();
        chooser.setTitle(words);
        List<File> chosen = chooser.showOpenMultipleDialog(card.getScene().getWindow());
        if (chosen != null) add(to, chosen.stream().map(File::toPath).toList());
    }

    private void dropped(List<Path> files) {
        OfferViewModel now = shown.get();
        if (now != null) add(now, files);
    }

    private void add(OfferViewModel to, List<Path> files) {
        further.offer().accept(to.facts().conversation(), files);
    }
}
