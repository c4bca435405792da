package io.landline.ui.label;

import io.landline.ui.letters.DrawnText;
import io.landline.ui.letters.DrawnText.Spot;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.look.Fonts;
import io.landline.ui.text.Emoji;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// A button; emoji in its words are pictures, as it may bear a name. An underscore in a name is no mnemonic. JavaFX
/// thread.
public class EmojiButton extends Button {
    private final EmojiLayer pictures = new EmojiLayer();
    private List<Spot> spots = List.of();
    private String said = "";
    private boolean replacing;

    public EmojiButton(String words) { this(words, null); }

    public EmojiButton(String words, @Nullable Node graphic) {
        setMnemonicParsing(false);
        setGraphic(graphic);
        textProperty().subscribe(this::changed);
        setText(words);
    }

    private void changed(@Nullable String fresh) {
        if (replacing) return;
        String before = said;
        said = fresh == null ? "" : fresh;
        Fonts.fit(this, said);
        DrawnText drawn = DrawnText.of(said, Emoji.in(said));
        boolean readAsWas = getAccessibleText() == null || getAccessibleText().equals(before);
        boolean hadEmoji = !spots.isEmpty();
        spots = drawn.spots();
        if (readAsWas && (hadEmoji || !spots.isEmpty())) setAccessibleText(said);
        if (spots.isEmpty()) return;
        replacing = true;
        setText(drawn.text());
        replacing = false;
    }

    /// The words as they were set.
    String said() {
        return said;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (EmojiLabel.keepDots(this, getChildren())) super.layoutChildren();
        EmojiLabel.lay(this, getChildren(), pictures, spots);
    }
}
