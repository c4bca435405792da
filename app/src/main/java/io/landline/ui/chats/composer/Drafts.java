package io.landline.ui.chats.composer;

import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.Refresh;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What was being written in each conversation and was not sent. It outlives the pages, and the node keeps it. Confined
/// to the JavaFX thread, but for [#flush].
public final class Drafts implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Drafts.class.getName());

    private final Chats chats;
    private final ObservableMap<String, String> texts = FXCollections.observableMap(new LinkedHashMap<>());
    /// What the node does not know yet; guarded by itself.
    private final Map<String, String> unkept = new LinkedHashMap<>();
    /// Held while the node is told, so that an older text never replaces a newer one.
    private final ReentrantLock telling = new ReentrantLock();
    private final Refresh<Boolean> keeping;
    private final Refresh<Map<String, String>> loading;

    public Drafts(Chats chats, Background background) {
        this.chats = chats;
        keeping = new Refresh<>(background, () -> {
            flush();
            return true;
        }, _ -> {});
        loading = new Refresh<>(background, () -> {
            flush();
            return chats.drafts();
        }, this::show);
    }

    /// Asks the node which there are: at first, and when a room is gone.
    public void load() {
        loading.changed();
    }

    private void show(Map<String, String> kept) {
        var now = new LinkedHashMap<>(kept);
        synchronized (unkept) {
            now.putAll(unkept);
        }
        now.values().removeIf(String::isEmpty);
        texts.keySet().retainAll(now.keySet());
        texts.putAll(now);
    }

    /// Empty where nothing is being written.
    public String of(String conversation) {
        return texts.getOrDefault(conversation, "");
    }

    /// By conversation; of those where something is being written.
    Map<String, String> all() {
        return Map.copyOf(texts);
    }

    /// Without that of one conversation (null: of none): it is in the composer, in sight of the person who writes it.
    public Map<String, String> allBut(@Nullable String open) {
        var others = new HashMap<>(all());
        others.remove(open);
        return others;
    }

    /// Calls this with each conversation that gets a draft, loses it, or gets another text.
    public Subscription watch(Consumer<String> changed) {
        MapChangeListener<String, String> listener = change -> changed.accept(change.getKey());
        texts.addListener(listener);
        return () -> texts.removeListener(listener);
    }

    void keep(String conversation, String text) {
        if (conversation.isEmpty() || text.equals(of(conversation))) return;
        synchronized (unkept) {
            unkept.put(conversation, text);
        }
        if (text.isEmpty()) {
            texts.remove(conversation);
        } else {
            texts.put(conversation, text);
        }
        keeping.changed();
    }

    /// A text that could not be sent is there to be sent again, before what was typed since.
    public void bringBack(String conversation, String text) {
        String since = of(conversation);
        keep(conversation, since.isEmpty() ? text : text + "\n" + since);
    }

    /// Tells the node what it does not know yet, and waits for it. Any thread but the JavaFX one.
    public void flush() {
        telling.lock();
        try {
            Map<String, String> now;
            synchronized (unkept) {
                now = new LinkedHashMap<>(unkept);
            }
            now.forEach(this::tell);
        } finally {
            telling.unlock();
        }
    }

    private void tell(String conversation, String text) {
        try {
            chats.keepDraft(conversation, text);
        } catch (CommandException | RuntimeException e) { // a room that was left, a full disk: it stays in the window
            LOG.log(System.Logger.Level.DEBUG, () -> "a draft is not kept: " + e.getMessage());
        }
        synchronized (unkept) {
            if (Objects.equals(unkept.get(conversation), text)) unkept.remove(conversation);
        }
    }

    @Override
    public void close() {
        keeping.close();
        loading.close();
    }
}
