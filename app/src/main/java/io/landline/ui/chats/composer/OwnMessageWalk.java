package io.landline.ui.chats.composer;

import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.page.Shortcut;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The arrows bring one's own messages into the field, to be changed: up from an empty field the last one, then the one
/// before; down the next one, and behind the last one the empty field again. Within a message of several lines they
/// lead over its lines first. A message that was changed stays, and so does one that no arrow brought. JavaFX thread.
final class OwnMessageWalk {
    private final TextArea field;
    private final ComposerViewModel model;
    private final Supplier<List<TimelineItem.Text>> messages;
    /// That which an arrow brought last; null for none.
    private @Nullable EntryId brought;

    /// @param messages the own ones that can be reached, in their order
    OwnMessageWalk(TextArea field, ComposerViewModel model, Supplier<List<TimelineItem.Text>> messages) {
        this.field = field;
        this.model = model;
        this.messages = messages;
    }

    /// Whether this key led to another message, or back to the empty field.
    boolean go(KeyEvent event) {
        boolean isUp = Shortcut.EDIT_LAST.matches(event);
        if (!isUp && !Shortcut.EDIT_NEXT.matches(event)) return false;
        ComposerTopic topic = model.topic().get();
        if (topic == null) return isUp && model.text().get().isEmpty() && toLast();
        boolean mayGo = topic.id().equals(brought) && isUnchanged(topic) && isAtEdge(isUp);
        return mayGo && (isUp ? toOlder(topic.id()) : toNewer(topic.id()));
    }

    private boolean isUnchanged(ComposerTopic topic) {
        return topic instanceof ComposerTopic.Edit edit && edit.text().equals(model.text().get());
    }

    /// Whether the caret is in the line at this edge of the text, where the arrow moves it no further.
    private boolean isAtEdge(boolean isUp) {
        if (!(field.getSkin() instanceof TextAreaSkin skin)) return true;
        Rectangle2D caret = skin.getCharacterBounds(field.getCaretPosition());
        Rectangle2D edge = skin.getCharacterBounds(isUp ? 0 : field.getLength());
        return caret == null || edge == null || Math.abs(caret.getMinY() - edge.getMinY()) < caret.getHeight() / 2;
    }

    private boolean toOlder(EntryId from) {
        List<TimelineItem.Text> own = messages.get();
        int at = indexOf(from, own);
        return at > 0 && bring(own.get(at - 1));
    }

    /// Where the message is not among them any more, one is behind the last one.
    private boolean toNewer(EntryId from) {
        List<TimelineItem.Text> own = messages.get();
        int at = indexOf(from, own);
        if (at >= 0 && at < own.size() - 1) return bring(own.get(at + 1));
        brought = null;
        return model.cancel();
    }

    private static int indexOf(EntryId id, List<TimelineItem.Text> own) {
        for (int i = 0; i < own.size(); i++) if (own.get(i).id().equals(id)) return i;
        return -1;
    }

    private boolean toLast() {
        List<TimelineItem.Text> own = messages.get();
        return !own.isEmpty() && bring(own.getLast());
    }

    private boolean bring(TimelineItem.Text next) {
        brought = next.id();
        model.edit(next);
        return true;
    }
}
