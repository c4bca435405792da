package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Visibility;
import io.landline.ui.transfers.state.OfferAction;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// What can be done with the offer of a card. A button keeps its place while somebody may be about to press it. JavaFX
/// thread.
final class CardButtons extends ControlLine {
    private final OfferFormatter formatter;
    /// Null where nothing is added.
    private final @Nullable AddedFiles added;
    private final Map<OfferAction, Button> buttonOf = new EnumMap<>(OfferAction.class);
    private @Nullable Aim aim;
    /// Pausing or going on, whichever was shown last for this offer.
    private @Nullable OfferAction turn;

    /// What a click is meant for: an offer as long as the same can be done with it. Once it is accepted, what was the
    /// second half of a double click would pause it.
    ///
    /// @param actions going on counts as pausing: these take turns, also quickly
    private record Aim(OfferViewModel offer, Set<OfferAction> actions) {
        static Aim of(OfferViewModel offer, Set<OfferAction> possible) {
            return new Aim(offer, possible.stream()
                    .map(each -> each == OfferAction.RESUME ? OfferAction.PAUSE : each)
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    CardButtons(OfferFormatter formatter, @Nullable AddedFiles added) {
        this.formatter = formatter;
        this.added = added;
        getStyleClass().add("transfers-card-buttons");
    }

    /// The card shows another offer from now on.
    void forget() {
        aim = null;
        turn = null;
    }

    void show(OfferViewModel shown) {
        Set<OfferAction> actions = shown.actions();
        Aim next = Aim.of(shown, actions);
        if (!next.equals(aim)) aim = next; // one object as long as it is the same: buttons tell them apart by that
        Set<OfferAction> placed = placed(actions);
        var wanted = new ArrayList<>(placed.stream().map(this::button).toList());
        if (added != null && added.isPossible()) {
            added.button().setDisable(shown.busyProperty().get());
            wanted.addFirst(added.button());
        }
        if (!getChildren().equals(wanted)) getChildren().setAll(wanted);
        for (OfferAction each : placed) {
            button(each).setDisable(shown.busyProperty().get() || !actions.contains(each));
        }
        Visibility.show(this, !wanted.isEmpty());
    }

    /// The other side may take the pause away at any moment. Its button keeps its place then: what ends the transfer
    /// would come under a mouse that is about to press it.
    private Set<OfferAction> placed(Set<OfferAction> actions) {
        for (OfferAction each : List.of(OfferAction.PAUSE, OfferAction.RESUME)) {
            if (actions.contains(each)) turn = each;
        }
        boolean ends = actions.contains(OfferAction.CANCEL) || actions.contains(OfferAction.WITHDRAW);
        if (turn == null || !ends) return actions;
        Set<OfferAction> placed = EnumSet.of(turn);
        placed.addAll(actions);
        return placed;
    }

    private Button button(OfferAction action) {
        return buttonOf.computeIfAbsent(action, this::made);
    }

    private Button made(OfferAction action) {
        var button = new AimedButton<>(formatter.action(action), () -> aim, aimed -> aimed.offer().act(action));
        if (action == OfferAction.PAUSE) button.takesTurnsWith(formatter.action(OfferAction.RESUME));
        if (action == OfferAction.RESUME) button.takesTurnsWith(formatter.action(OfferAction.PAUSE));
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(Styles.SMALL, "transfers-card-" + action.name().toLowerCase(Locale.ROOT));
        if (action == OfferAction.ACCEPT) button.getStyleClass().add(Styles.ACCENT);
        return button;
    }
}
