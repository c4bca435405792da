package io.landline.ui.chats.composer;

import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.Refresh;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// What was being written in each conversation and was not sent. It outlives the pages, and the node keeps it. What the
/// disk refuses is tried again. Confined to the JavaFX thread, but for [#flush].
public final class Drafts implements AutoCloseable {
    /// Until a draft that the disk refused is tried again. A full disk is mostly freed by hand.
    static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final System.Logger LOG = System.getLogger(Drafts.class.getName());

    private final Chats chats;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ObservableMap<String, String> texts = FXCollections.observableMap(new LinkedHashMap<>());
    /// New texts so far of messages that are being changed. In this window they are no drafts; the next one shows them
    /// as such, behind the draft.
    private final Map<String, String> changes = new HashMap<>();
    /// What the node does not know yet; guarded by itself.
    private final Map<String, String> unkept = new LinkedHashMap<>();
    /// Held while the node is told, so that an older text never replaces a newer one.
    private final ReentrantLock telling = new ReentrantLock();
    /// When what was refused is tried again; guarded by [#telling].
    private Instant again = Instant.MIN;
    private final Refresh<Boolean> keeping;
    private final Refresh<Map<String, String>> loading;

    public Drafts(Chats chats, Background background, InstantSource clock) {
        this.chats = chats;
        this.clock = clock;
        keeping = new Refresh<>(background, this::flush, taken -> refused.set(!taken));
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
        changes.keySet().retainAll(now.keySet());
        changes.keySet().forEach(each -> now.put(each, of(each)));
        now.values().removeIf(String::isEmpty);
        texts.keySet().retainAll(now.keySet());
        texts.putAll(now);
    }

    /// Whether the node could not keep a draft: it is in this window alone. It is tried again.
    ReadOnlyBooleanProperty refused() {
        return refused.getReadOnlyProperty();
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
        if (text.isEmpty()) {
            texts.remove(conversation);
        } else {
            texts.put(conversation, text);
        }
        keep(conversation);
    }

    /// A message of this conversation is being changed.
    ///
    /// @param text the new text so far; empty where none is to be kept
    void change(String conversation, String text) {
        String before = text.isEmpty() ? changes.remove(conversation) : changes.put(conversation, text);
        if (!text.equals(Objects.requireNonNullElse(before, ""))) keep(conversation);
    }

    private void keep(String conversation) {
        synchronized (unkept) {
            unkept.put(conversation, joined(of(conversation), changes.getOrDefault(conversation, "")));
        }
        keeping.changed();
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "\n" + second;
    }

    /// A text that could not be sent is there to be sent again, before what was typed since.
    public void bringBack(String conversation, String text) {
        keep(conversation, joined(text, of(conversation)));
    }

    /// Tells the node what it does not know yet, and waits for it. Any thread but the JavaFX one.
    ///
    /// @return false where it could not keep all of it
    public boolean flush() {
        telling.lock();
        try {
            Map<String, String> now;
            synchronized (unkept) {
                now = new LinkedHashMap<>(unkept);
            }
            now.forEach(this::tell);
            boolean taken;
            synchronized (unkept) {
                taken = now.entrySet().stream().noneMatch(unkept.entrySet()::contains);
            }
            if (!taken) tryAgain();
            return taken;
        } finally {
            telling.unlock();
        }
    }

    private void tell(String conversation, String text) {
        try {
            chats.keepDraft(conversation, text);
        } catch (CommandException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "a draft is not kept: " + e.getMessage());
            boolean isGone = e instanceof CommandException refusal && refusal.code() != CommandException.Code.STORAGE;
            if (!isGone) return;
        }
        synchronized (unkept) {
            if (Objects.equals(unkept.get(conversation), text)) unkept.remove(conversation);
        }
    }

    private void tryAgain() {
        Instant now = clock.instant();
        if (!again.isAfter(now)) again = now.plus(RETRY_AFTER); // one at a time, however often it is refused
        keeping.changesAt(again);
    }

    @Override
    public void close() {
        keeping.close();
        loading.close();
    }
}
