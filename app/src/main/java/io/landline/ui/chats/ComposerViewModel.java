package io.landline.ui.chats;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.EntryText;
import io.landline.node.Chats;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What is being written, one draft a conversation. Confined to the JavaFX thread.
final class ComposerViewModel {
    /// From here on the bytes are counted in sight: the last tenth.
    static final int COUNTED_FROM_BYTES = EntryText.MAX_BYTES * 9 / 10;
    /// Drafts kept; the one that was left longest ago goes first. A window hardly has that many conversations.
    static final int DRAFTS_MAX = 200;

    private final PageContext context;
    private final Chats chats;
    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerBinding bytes = Bindings.createIntegerBinding(() -> text.get().getBytes(UTF_8).length, text);
    private final BooleanBinding sendable = Bindings.createBooleanBinding(
            () -> !text.get().isBlank() && EntryText.fits(text.get()), text);
    private final Map<String, String> drafts = new LinkedHashMap<>();
    private String key = "";

    ComposerViewModel(PageContext context) {
        this.context = context;
        chats = context.node().chats();
    }

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

    /// Another conversation is open: its draft comes, this one's is kept.
    void open(String conversation) {
        if (conversation.equals(key)) return;
        keepDraft(key, text.get());
        key = conversation;
        String draft = drafts.remove(key);
        text.set(draft == null ? "" : draft);
    }

    private void keepDraft(String conversation, String draft) {
        drafts.remove(conversation);
        if (!draft.isEmpty()) drafts.put(conversation, draft);
        if (drafts.size() > DRAFTS_MAX) drafts.remove(drafts.keySet().iterator().next());
    }

    /// Sends the text. The field is empty at once; where sending fails the text comes back, before what was typed
    /// since.
    void send() {
        if (!sendable.get()) return;
        String to = key;
        String sent = text.get();
        text.set("");
        context.background().run(() -> {
            chats.say(to, sent);
            return to;
        }, _ -> {}, why -> {
            bringBack(to, sent);
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
        });
    }

    private void bringBack(String conversation, String sent) {
        boolean open = conversation.equals(key);
        String since = open ? text.get() : drafts.getOrDefault(conversation, "");
        String both = since.isEmpty() ? sent : sent + "\n" + since;
        if (open) {
            text.set(both);
        } else {
            keepDraft(conversation, both);
        }
    }

    /// Offers files in the open conversation.
    void offer(List<Path> paths) {
        if (paths.isEmpty() || key.isEmpty()) return;
        String to = key;
        context.background()
                .run(() -> chats.send(to, paths), _ -> {},
                        why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }
}
