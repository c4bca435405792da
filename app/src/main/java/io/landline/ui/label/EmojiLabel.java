package io.landline.ui.label;

import io.landline.language.LeftToRight;
import io.landline.peer.CodePoints;
import io.landline.ui.letters.DrawnText;
import io.landline.ui.letters.DrawnText.Spot;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.look.Appearance;
import io.landline.ui.look.Fonts;
import io.landline.ui.text.Emoji;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A label of one line in which emoji are pictures, as names and beginnings of messages have them. Set its text, do not
/// bind it; it reads it aloud as it was set. JavaFX thread.
public class EmojiLabel extends Label {
    private final EmojiLayer pictures = new EmojiLayer();
    private List<Spot> spots = List.of();
    private String said = "";
    private boolean replacing;

    public EmojiLabel() { this(""); }

    public EmojiLabel(String text) {
        setMnemonicParsing(false);
        textProperty().subscribe(this::changed);
        setText(text);
    }

    private void changed(String fresh) {
        if (replacing) return;
        said = fresh == null ? "" : fresh;
        Fonts.fit(this, said);
        DrawnText drawn = DrawnText.of(said, Emoji.in(said));
        spots = drawn.spots();
        setAccessibleText(said);
        boolean isTooLong = drawn.text().length() > DrawnText.LINE_UNITS_MAX;
        if (spots.isEmpty() && !isTooLong) return;
        replacing = true;
        setText(isTooLong ? beginning(drawn.text()) : drawn.text());
        replacing = false;
    }

    private static String beginning(String drawn) {
        return drawn.substring(0, CodePoints.cut(drawn, DrawnText.LINE_UNITS_MAX)) + "…";
    }

    /// The text as it was set.
    public String said() {
        return said;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (keepDots(this, getChildren())) super.layoutChildren();
        lay(this, getChildren(), pictures, spots);
    }

    /// In a mirrored window the dots after a word from the left would stand before it: a mark behind them keeps them.
    /// In a usual one those after a name from the right would; the toolkit would draw such a mark, so there the whole
    /// name is laid out from the right.
    ///
    /// @return whether the dots are others now, so that the text is to be laid out once more
    static boolean keepDots(Labeled label, List<Node> children) {
        Text painted = painted(label, children);
        String dots = label.getEllipsisString();
        if (painted == null || dots == null) return false;
        boolean isCut = painted.getText().endsWith(dots);
        if (!Appearance.isMirrored(label)) {
            boolean isFromTheRight = isCut && LeftToRight.hasRightToLeftLettersAlone(painted.getText());
            painted.setNodeOrientation(
                    isFromTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.INHERIT);
            return false;
        }
        if (!isCut) return false;
        String bare = LeftToRight.unmarked(dots);
        String kept = painted.getText().substring(0, painted.getText().length() - dots.length());
        String wanted = LeftToRight.endsFromTheLeft(kept) ? bare + LeftToRight.MARK : bare;
        if (wanted.equals(dots)) return false;
        label.setEllipsisString(wanted);
        return true;
    }

    static @Nullable Text painted(Labeled label, List<Node> children) {
        Text painted = null;
        for (Node child : children) if (child instanceof Text text && child != label.getGraphic()) painted = text;
        return painted;
    }

    /// Lays pictures over the text of a label or a button. What an ellipsis took away has none.
    static void lay(Labeled label, List<Node> children, EmojiLayer layer, List<Spot> spots) {
        if (spots.isEmpty()) {
            if (layer.getParent() != null) children.remove(layer);
            return;
        }
        Text painted = painted(label, children);
        if (painted == null) return;
        if (layer.getParent() == null) children.add(layer);
        String text = painted.getText();
        var seen = new ArrayList<Spot>();
        for (Spot spot : spots) if (text.startsWith(DrawnText.BLANK, spot.start())) seen.add(spot);
        layer.show(seen, painted, painted::rangeShape);
    }
}
