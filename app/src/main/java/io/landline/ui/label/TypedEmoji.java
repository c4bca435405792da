package io.landline.ui.label;

import io.landline.language.LeftToRight;
import io.landline.ui.letters.EmojiLayer;
import io.landline.ui.letters.EmojiPictures;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The pictures of the emoji in a field: they cover what the toolkit draws there, which may be a box. The text of a
/// field cannot have blanks, as it is what is typed and sent. Lies over the field, in the field or beside it. JavaFX
/// thread.
public final class TypedEmoji extends Pane {
    /// A box is narrower than a picture; wider, it would cover the letters beside it.
    private static final double NARROW_SHARE = 0.85;
    /// Where it joins emoji, and where a text has letters from right to left, JavaFX 26 on Linux tells other places of
    /// letters than it paints: pictures would cover them.
    private static final char JOINER = '\u200D';

    private final TextInputControl field;
    private final Runnable afterLayout = this::place;
    private List<Place> emoji = List.of();
    private @Nullable Seen seen;

    /// Where they were put for.
    private record Seen(String text, Bounds letters, double width, double height) {}

    public TypedEmoji(TextInputControl field) {
        this.field = field;
        setManaged(false);
        setMouseTransparent(true);
        setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // places are counted from the left, in any window
        setViewOrder(-1); // the field adds what shows its text later
        setClip(new Rectangle());
        field.textProperty().subscribe(text -> emoji = isToldTruly(text) ? Emoji.in(text) : List.of());
        sceneProperty().subscribe((before, now) -> {
            if (before != null) before.removePostLayoutPulseListener(afterLayout);
            if (now != null) now.addPostLayoutPulseListener(afterLayout);
        });
    }

    private static boolean isToldTruly(String text) {
        return text.indexOf(JOINER) < 0 && !LeftToRight.hasRightToLeftLetters(text);
    }

    private void place() {
        Text letters = emoji.isEmpty() ? null : letters();
        if (letters == null) {
            if (!getChildren().isEmpty()) getChildren().clear();
            seen = null;
            return;
        }
        var now = new Seen(letters.getText(), letters.localToScene(letters.getLayoutBounds()), field.getWidth(),
                field.getHeight());
        if (now.equals(seen)) return;
        seen = now;
        Bounds inside = sceneToLocal(field.localToScene(field.getLayoutBounds()));
        setClip(new Rectangle(inside.getMinX(), inside.getMinY(), inside.getWidth(), inside.getHeight()));
        ObservableList<Node> tiles = getChildren();
        while (tiles.size() < emoji.size()) tiles.add(tile());
        tiles.remove(emoji.size(), tiles.size());
        for (int i = 0; i < emoji.size(); i++) place((StackPane) tiles.get(i), emoji.get(i), letters);
    }

    /// What the toolkit draws; null while it draws something else.
    private @Nullable Text letters() {
        for (Node node : field.lookupAll(".text")) {
            if (node instanceof Text text && text.isVisible() && text.getText().equals(field.getText())) return text;
        }
        return null;
    }

    private static StackPane tile() {
        var tile = new StackPane(new ImageView());
        tile.setManaged(false);
        tile.getStyleClass().add("typed-emoji");
        return tile;
    }

    private void place(StackPane tile, Place emoji, Text letters) {
        Bounds shape = EmojiLayer.fromTheLeft(EmojiLayer.bounds(letters.rangeShape(emoji.start(), emoji.end())),
                letters);
        tile.setVisible(!shape.isEmpty());
        if (shape.isEmpty()) return;
        Point2D corner = sceneToLocal(letters.localToScene(shape.getMinX(), shape.getMinY()));
        double high = Math.floor(shape.getHeight());
        double size = Math.max(1, Math.min(high, Math.max(shape.getWidth(), NARROW_SHARE * high)));
        double wide = Math.max(shape.getWidth(), size);
        EmojiPictures.show((ImageView) tile.getChildren().getFirst(), emoji.picture(), size,
                EmojiPictures.scale(this));
        tile.resizeRelocate(Math.round(corner.getX() - (wide - shape.getWidth()) / 2), corner.getY(), wide, high);
        tile.layout();
    }
}
