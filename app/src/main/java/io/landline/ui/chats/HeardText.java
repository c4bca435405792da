package io.landline.ui.chats;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// Heard, not seen. The toolkit has no announcements: a screen reader that follows texts reads this one. JavaFX thread.
final class HeardText extends Label {
    HeardText() {
        setId("announced");
        setAccessibleRole(AccessibleRole.TEXT);
        setMnemonicParsing(false);
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
    }

    void say(String sentence) {
        setText(sentence);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
