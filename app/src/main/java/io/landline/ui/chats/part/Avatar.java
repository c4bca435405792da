package io.landline.ui.chats.part;

import io.landline.node.port.Chats.Kind;
import io.landline.peer.Fingerprint;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The picture of a person (initials on a colour that follows from the fingerprint) or of a room. JavaFX thread.
public final class Avatar extends StackPane {
    /// The theme has this many colours for charts, all of them different.
    private static final int COLOURS = 8;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");

    private final Label letters = new Label();
    private final Icon hash = new Icon(Feather.HASH);
    private final Region dot = new Region();
    private String colour = "";

    public Avatar() {
        getStyleClass().add("chats-avatar");
        letters.setMnemonicParsing(false);
        letters.getStyleClass().add("chats-avatar-letters");
        dot.getStyleClass().add("chats-dot");
        setAlignment(dot, Pos.BOTTOM_RIGHT);
        setMouseTransparent(true);
    }

    /// @param kind an open room has a picture of its own: everybody may read there
    public void showRoom(Kind kind) {
        show("chats-avatar-room");
        hash.show(kind == Kind.OPEN_ROOM ? Feather.UNLOCK : Feather.HASH);
        put(hash);
    }

    public void showPerson(Fingerprint peer, String name, PresenceSign standing) {
        showLetters(peer, name);
        put(letters, dot);
        dot.pseudoClassStateChanged(HERE, standing == PresenceSign.HERE);
        dot.pseudoClassStateChanged(AWAY, standing == PresenceSign.AWAY);
        dot.pseudoClassStateChanged(BUSY, standing == PresenceSign.BUSY);
    }

    private void showLetters(Fingerprint peer, String name) {
        show("chats-avatar-" + Byte.toUnsignedInt(peer.bytes()[0]) % COLOURS);
        letters.setText(PeerText.initials(name));
    }

    /// Without the mark of who is here: beside what somebody wrote.
    public void showAuthor(Fingerprint peer, String name) {
        showLetters(peer, name);
        put(letters);
    }

    /// A list has many pictures: each has only what is seen of it.
    private void put(Node... parts) {
        List<Node> now = List.of(parts);
        if (!getChildren().equals(now)) getChildren().setAll(now);
    }

    private void show(String style) {
        if (!colour.equals(style)) {
            getStyleClass().remove(colour);
            getStyleClass().add(style);
            colour = style;
        }
    }
}
