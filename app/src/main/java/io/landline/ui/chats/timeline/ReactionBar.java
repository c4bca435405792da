package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Item;
import io.landline.node.port.Chats.Reaction;
import io.landline.ui.control.ControlLine;
import io.landline.ui.look.EmojiLabel;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;

/// The emoji under a message, each with how many people chose it; who they are stands in its tooltip. A click chooses
/// it too, or takes that back. JavaFX thread.
final class ReactionBar extends ControlLine {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final int NAMES_MAX = 20;
    private static final int EMOJI_CHARACTERS_MAX = 12;

    private final Texts texts;
    private final MessageActions actions;

    ReactionBar(Texts texts, MessageActions actions) {
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("chats-reactions");
    }

    void show(Item item) {
        getChildren().setAll(item.head().reactions().stream().map(each -> chip(item, each)).toList());
    }

    /// All in one line. The toolkit's would be of one fixed width, and so wide would the bubble be.
    @Override
    protected double computePrefWidth(double height) {
        double wide = 0;
        for (Node each : getManagedChildren()) wide += snapSizeX(each.prefWidth(-1)) + snapSpaceX(getHgap());
        return snappedLeftInset() + Math.max(0, wide - snapSpaceX(getHgap())) + snappedRightInset();
    }

    private EmojiLabel chip(Item item, Reaction reaction) {
        String emoji = PeerText.line(PeerText.shortened(reaction.emoji(), EMOJI_CHARACTERS_MAX));
        var chip = new EmojiLabel(texts.format("reaction.chip", emoji, reaction.count()));
        chip.getStyleClass().add("chats-reaction");
        chip.pseudoClassStateChanged(OWN, reaction.own());
        chip.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        chip.setTooltip(new Tooltip(names(reaction)));
        chip.setOnMouseClicked(click -> {
            actions.react(item, reaction.emoji());
            click.consume();
        });
        return chip;
    }

    private String names(Reaction reaction) {
        var names = new ArrayList<String>();
        if (reaction.own()) names.add(texts.get("entry.you"));
        List<String> others = reaction.others();
        others.stream().limit(NAMES_MAX).map(PeerText::person).forEach(names::add);
        String shown = texts.list(names);
        int more = others.size() - NAMES_MAX;
        return more > 0 ? texts.format("reaction.more", shown, more) : shown;
    }
}
