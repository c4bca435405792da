package io.landline.ui.chats.composer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.EntryText;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What stands in the field of the composer, and what it answers or changes. While an own message is changed, the draft
/// of a new one waits behind it. What a person types is told; what the program puts there is not. Confined to the
/// JavaFX thread.
final class ComposerField {
    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerBinding bytes = Bindings.createIntegerBinding(() -> text.get().getBytes(UTF_8).length, text);
    private final BooleanBinding sendable = Bindings.createBooleanBinding(() -> EntryText.maySend(text.get()), text);
    private final ReadOnlyObjectWrapper<@Nullable ComposerTopic> topic = new ReadOnlyObjectWrapper<>();
    private Runnable cameBack = () -> {};
    private boolean isFilling;

    /// @param typed gets each text that is to be kept
    ComposerField(Consumer<String> typed) {
        text.subscribe((_, now) -> {
            if (!isFilling) typed.accept(now);
        });
    }

    /// A text that is set here counts as typed.
    StringProperty text() {
        return text;
    }

    /// As the text would travel, in UTF-8.
    IntegerBinding bytes() {
        return bytes;
    }

    BooleanBinding sendable() {
        return sendable;
    }

    /// What the text answers or changes; null for a new message.
    ReadOnlyObjectProperty<@Nullable ComposerTopic> topic() {
        return topic.getReadOnlyProperty();
    }

    boolean isEditing() {
        return topic.get() instanceof ComposerTopic.Edit;
    }

    /// Whether the text changes by itself just now: what is sent stays a draft until the node has it.
    boolean isFilling() {
        return isFilling;
    }

    /// @param cameBack is run when another text stands in the field than was typed: one writes on behind it
    void whenTextCameBack(Runnable cameBack) {
        this.cameBack = cameBack;
    }

    /// What is written of a new message.
    String draft() {
        return topic.get() instanceof ComposerTopic.Edit edit ? edit.draft() : text.get();
    }

    /// This is the draft now. It is told as if it was typed, where it stands in the field.
    void showDraft(String now) {
        if (!(topic.get() instanceof ComposerTopic.Edit edit)) {
            if (now.equals(text.get())) return;
            text.set(now);
            cameBack.run();
        } else if (!edit.draft().equals(now)) {
            topic.set(edit.withDraft(now));
        }
    }

    private void fill(String now) {
        isFilling = true;
        text.set(now);
        isFilling = false;
    }

    /// The text answers this from now on.
    void answer(ComposerTopic.Reply reply) {
        topic.set(reply);
    }

    /// This own message stands in the field, to be changed. What was typed waits, and what it answers.
    ///
    /// @param now its new text so far
    void edit(TimelineItem.Text said, String now) {
        edit(said.id(), said.text(), said.called(), now,
                topic.get() instanceof ComposerTopic.Reply reply ? reply : null);
    }

    /// The same once more, as it was begun.
    void editAgain(ComposerTopic.Edit begun, String now) {
        edit(begun.id(), begun.text(), begun.called(), now, begun.answered());
    }

    /// A change that could not be sent is there again.
    void bringBack(ComposerTopic.Edit begun, String now) {
        editAgain(begun, now);
        cameBack.run();
    }

    private void edit(EntryId id, String before, List<TimelineItem.Called> called, String now,
            ComposerTopic.@Nullable Reply answered) {
        String draft = text.get();
        fill(now); // first: who hears of the topic puts the caret at the end
        topic.set(new ComposerTopic.Edit(id, before, called, draft, answered));
    }

    /// What was being answered or changed is done or given up, and this stands in the field: behind a change, the
    /// answer that waited.
    void end(String left) {
        ComposerTopic done = topic.get();
        fill(left);
        topic.set(ComposerTopic.after(done));
        if (done instanceof ComposerTopic.Edit) cameBack.run();
    }

    /// The message that was being changed is gone: this stands in the field instead of its text.
    void endGone(String left) {
        boolean isOther = !left.equals(text.get());
        fill(left);
        topic.set(ComposerTopic.after(topic.get()));
        if (isOther) cameBack.run();
    }

    /// What is answered or changed, to go on with it later: only the draft stands in the field then. Null for none.
    ComposerTopics.@Nullable SetAside takeAside() {
        ComposerTopic now = topic.get();
        if (now == null) return null;
        var aside = new ComposerTopics.SetAside(now, text.get());
        fill(draft());
        topic.set(null);
        return aside;
    }
}
