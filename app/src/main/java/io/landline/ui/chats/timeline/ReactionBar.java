package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Reaction;
import io.landline.peer.NameOrder;
import io.landline.ui.control.ControlLine;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.text.PeerText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;

/// The emoji under a message, each with how many people chose it; who they are stands in its tooltip. A click chooses
/// it too, or takes that back. Of very many a few are shown, and how many more there are. JavaFX thread.
final class ReactionBar extends ControlLine {
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");
    private static final int NAMES_MAX = 20;
    private static final int EMOJI_CHARACTERS_MAX = 12;
    /// Different emoji under one message, some lines of a bubble. Hundreds of people may choose eight each, and a
    /// thousand labels stop the window for seconds.
    private static final int CHIPS_MAX = 24;
    private static final Comparator<Reaction> MOST_WANTED = Comparator.comparing(Reaction::own)
            .thenComparing(Reaction::count)
            .reversed();

    private final Texts texts;
    private final MessageActions actions;

    ReactionBar(Texts texts, MessageActions actions) {
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("chats-reactions");
    }

    void show(TimelineItem item) {
        List<Reaction> all = item.head().reactions();
        List<Reaction> shown = shown(all);
        var chips = new ArrayList<Node>(shown.stream().map(each -> chip(item, each)).toList());
        int others = all.size() - shown.size();
        if (others > 0) chips.add(others(others));
        getChildren().setAll(chips);
    }

    /// The own ones and those of most people, as they stand. Equally many: those that came first.
    private static List<Reaction> shown(List<Reaction> all) {
        if (all.size() <= CHIPS_MAX) return all;
        Set<Reaction> shown = all.stream().sorted(MOST_WANTED).limit(CHIPS_MAX).collect(Collectors.toSet());
        return all.stream().filter(shown::contains).toList();
    }

    private Node others(int count) {
        var label = new EmojiLabel(texts.format("reaction.others.count", count));
        label.getStyleClass().add("chats-reaction-others");
        String said = texts.format("reaction.others", count);
        label.setAccessibleText(said);
        label.setTooltip(new TextTooltip(said));
        return label;
    }

    /// All in one line. The toolkit's would be of one fixed width, and so wide would the bubble be.
    @Override
    protected double computePrefWidth(double height) {
        double wide = 0;
        for (Node each : getManagedChildren()) wide += snapSizeX(each.prefWidth(-1)) + snapSpaceX(getHgap());
        return snappedLeftInset() + Math.max(0, wide - snapSpaceX(getHgap())) + snappedRightInset();
    }

    private EmojiLabel chip(TimelineItem item, Reaction reaction) {
        String emoji = PeerText.line(PeerText.shortened(reaction.emoji(), EMOJI_CHARACTERS_MAX));
        var chip = new EmojiLabel(texts.format("reaction.chip", emoji, reaction.count()));
        chip.getStyleClass().add("chats-reaction");
        chip.pseudoClassStateChanged(OWN, reaction.own());
        chip.setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        chip.setTooltip(new TextTooltip(names(reaction)));
        chip.setOnMouseClicked(click -> {
            if (click.getButton() != MouseButton.PRIMARY) return;
            actions.react(item, reaction.emoji());
            click.consume();
        });
        return chip;
    }

    private String names(Reaction reaction) {
        var names = new ArrayList<String>();
        if (reaction.own()) names.add(texts.get("entry.you"));
        List<String> others = reaction.others();
        others.stream().sorted(NameOrder.BY_NAME).limit(NAMES_MAX).map(PeerText::person).forEach(names::add);
        String shown = texts.list(names);
        int more = others.size() - NAMES_MAX;
        return more > 0 ? texts.format("reaction.more", shown, more) : shown;
    }
}
