package io.landline.ui.label;

import io.landline.ui.text.Emoji;
import java.util.List;
import javafx.scene.control.MenuItem;

/// A line of a menu that may bear a name or a link, in which emoji are pictures. JavaFX thread.
public final class EmojiMenuItem extends MenuItem {
    public EmojiMenuItem(String words, Runnable action) {
        setMnemonicParsing(false);
        if (Emoji.in(words).isEmpty()) {
            setText(words);
        } else {
            setGraphic(new EmojiLabel(words));
        }
        setOnAction(_ -> action.run());
    }

    /// The lines of one menu, all with their words at the same edge. The toolkit keeps a column for graphics, and the
    /// words of an emoji line are one: then the others move there too.
    public static List<MenuItem> inOneColumn(List<MenuItem> lines) {
        if (lines.stream().anyMatch(each -> each.getGraphic() instanceof EmojiLabel)) {
            for (MenuItem each : lines) {
                if (each.getGraphic() != null || each.getText() == null) continue;
                each.setGraphic(new EmojiLabel(each.getText()));
                each.setText(null);
            }
        }
        return lines;
    }
}
