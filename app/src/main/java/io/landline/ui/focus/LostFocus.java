package io.landline.ui.focus;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Keeps the keyboard where a person left it while the control that has it waits for what it began, is hidden, or goes.
/// The toolkit would give it to whatever comes next, and scroll there. Here the list around it gets it, else what
/// surrounds it, from where Tab goes on. What comes back gets it back, unless the person went on meanwhile. JavaFX
/// thread.
public final class LostFocus {
    private final Scene scene;
    /// Of the owner: what tells that it cannot have the keyboard any more.
    private Subscription watched = Subscription.EMPTY;
    private @Nullable Node owner;
    /// What is around the owner, the nearest first: one that goes has no parent any more.
    private List<Node> around = List.of();
    /// The owner has gone, and the toolkit is about to choose another one.
    private boolean isGone;

    private LostFocus(Scene scene) { this.scene = scene; }

    /// After [FocusRing#attach], which has to hear of the last choice last.
    public static void attach(Scene scene) {
        var lost = new LostFocus(scene);
        scene.focusOwnerProperty().subscribe(lost::moved);
    }

    private void moved(@Nullable Node now) {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        if (now == null) {
            Node before = owner;
            isGone = before != null && before.getScene() != scene;
            return;
        }
        Node place = isGone ? place() : null;
        isGone = false;
        if (place != null) {
            place.requestFocus();
        } else {
            watch(now);
        }
    }

    private void watch(Node now) {
        owner = now;
        around = new ArrayList<>();
        for (Node each = now.getParent(); each != null; each = each.getParent()) around.add(each);
        if (now instanceof TextInputControl) return; // one that gets the keyboard back selects all that was typed
        watched = changes(now, around, () -> look(now));
    }

    /// Runs the step whenever the node may have become able to have the keyboard, or unable.
    private static Subscription changes(Node node, List<Node> around, Runnable step) {
        Subscription all = node.disabledProperty().subscribe((_, _) -> step.run());
        all = all.and(node.visibleProperty().subscribe((_, _) -> step.run()));
        for (Node each : around) all = all.and(each.visibleProperty().subscribe((_, _) -> step.run()));
        return all;
    }

    private void look(Node now) {
        if (now.getScene() != scene || canHave(now)) return;
        Node place = place();
        if (place == null) return;
        List<Node> before = around;
        place.requestFocus();
        if (place instanceof ListView<?>) return; // it shows another row by the same control: nothing is given back
        watched = watched.and(changes(now, before, () -> {
            if (scene.getFocusOwner() == place && canHave(now)) now.requestFocus();
        }));
    }

    private @Nullable Node place() {
        Node nearest = null;
        for (Node each : around) {
            if (!canHave(each)) continue;
            if (each.isFocusTraversable()) return each;
            if (nearest == null) nearest = each;
        }
        return nearest;
    }

    private boolean canHave(Node node) {
        if (node.getScene() != scene || node.isDisabled()) return false;
        for (Node each = node; each != null; each = each.getParent()) if (!each.isVisible()) return false;
        return true;
    }
}
