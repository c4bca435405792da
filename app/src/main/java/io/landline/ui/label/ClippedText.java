package io.landline.ui.label;

import io.landline.language.LeftToRight;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What has no room for all of its words says them in a tooltip: a button, a tab or a menu with large letters in a
/// narrow window, a name in a list. It comes as any tooltip under the mouse, and at once where a key brings the
/// keyboard to the control; it goes once the words have room. What another tooltip says stays below the words. A
/// screen reader reads all of them anyway. JavaFX thread.
public final class ClippedText {
    private final Scene scene;
    /// Where the keyboard is; null where it is at nothing that is cut.
    private @Nullable Tooltip shown;
    private Subscription focus = Subscription.EMPTY;

    private ClippedText(Scene scene) { this.scene = scene; }

    /// For all that the scene ever shows: each is looked at when the mouse or the keyboard comes to it.
    public static void attach(Scene scene) {
        var words = new ClippedText(scene);
        scene.addEventFilter(MouseEvent.MOUSE_ENTERED_TARGET, event -> under(event.getTarget()));
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> words.hide());
        scene.focusOwnerProperty().subscribe(words::focused);
        scene.windowProperty().subscribe(words::shownIn);
    }

    /// They go before their window does: the toolkit may fail where a tooltip is taken away while its window is.
    private void shownIn(@Nullable Window window) {
        if (window != null) window.addEventFilter(WindowEvent.WINDOW_HIDING, _ -> hide());
    }

    private static void under(EventTarget target) {
        if (target instanceof Labeled label && label.isTextTruncated()) Given.to(label);
    }

    private void focused(@Nullable Node owner) {
        focus.unsubscribe();
        focus = owner == null ? Subscription.EMPTY : owner.focusVisibleProperty().subscribe(isByKey -> {
            hide();
            if (isByKey) show(owner);
        });
        if (owner == null) hide();
    }

    private void show(Node owner) {
        Labeled cut = owner instanceof Control ? cut(owner) : null;
        Window window = scene.getWindow();
        Bounds place = owner.localToScreen(owner.getLayoutBounds());
        if (cut == null || place == null || window == null || !window.isShowing()) return;
        var tooltip = new TextTooltip(words(cut));
        tooltip.setHideOnEscape(false); // Escape is for what is below it
        tooltip.show(owner, place.getMinX(), place.getMaxY());
        shown = tooltip;
    }

    private void hide() {
        if (shown != null) shown.hide();
        shown = null;
    }

    /// A menu has its words in a label inside of it.
    private static @Nullable Labeled cut(Node node) {
        if (node instanceof Labeled label && label.isTextTruncated()) return label;
        if (!(node instanceof Labeled) || !(node instanceof Parent parent)) return null;
        for (Node each : parent.getChildrenUnmodifiable()) {
            if (each instanceof Labeled label && label.isTextTruncated()) return label;
        }
        return null;
    }

    /// As they were set: where emoji are pictures, the control has blanks in the place of them.
    private static String words(Labeled label) {
        return switch (label) {
            case EmojiLabel emoji -> emoji.said();
            case EmojiButton emoji -> emoji.said();
            default -> label.getText();
        };
    }

    /// What we put on a label that is cut.
    private static final class Given extends TextTooltip {
        private final Labeled label;
        private final @Nullable Tooltip before;
        private Subscription watched = Subscription.EMPTY;

        private Given(Labeled label, @Nullable Tooltip before) {
            this.label = label;
            this.before = before;
        }

        /// Says the words that the label has now.
        static void to(Labeled label) {
            Tooltip has = label.getTooltip();
            if (has instanceof Given given) {
                given.say();
            } else if (has == null || !says(has, words(label))) {
                var given = new Given(label, has);
                given.say();
                label.setTooltip(given);
                given.watched = label.textTruncatedProperty().subscribe(given::changed);
            }
        }

        private static boolean says(Tooltip tooltip, String words) {
            return LeftToRight.unmarked(tooltip.getText()).contains(LeftToRight.unmarked(words));
        }

        private void say() {
            setText(before == null ? words(label) : words(label) + "\n" + before.getText());
        }

        private void changed(boolean isCut) {
            if (isCut) return;
            watched.unsubscribe();
            if (label.getTooltip() == this) label.setTooltip(before);
        }
    }
}
