package io.landline.ui.chats.composer;

import io.landline.chat.KeptDraft;
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
    /// Own messages that are being changed.
    private final Map<String, KeptDraft.Change> changes = new HashMap<>();
    /// Those of them that another run of Landline began, until somebody goes on with them.
    private final ObservableMap<String, KeptDraft.Change> found = FXCollections.observableMap(new LinkedHashMap<>());
    /// What the node does not know yet; guarded by itself.
    private final Map<String, KeptDraft> unkept = new LinkedHashMap<>();
    /// Held while the node is told, so that an older text never replaces a newer one.
    private final ReentrantLock telling = new ReentrantLock();
    /// When what was refused is tried again; guarded by [#telling].
    private Instant again = Instant.MIN;
    private final Refresh<Boolean> keeping;
    private final Refresh<Map<String, KeptDraft>> loading;

    public Drafts(Chats chats, Background background, InstantSource clock) {
        this.chats = chats;
        this.clock = clock;
        keeping = new Refresh<>(background, this::flush, taken -> refused.set(!taken));
        loading = new Refresh<>(background, () -> {
            flush();
            return chats.drafts();
        }, this::show);
    }

    /// Asks the node which there are: at first, and when a room is gone or back.
    public void load() {
        loading.changed();
    }

    private void show(Map<String, KeptDraft> kept) {
        var now = new LinkedHashMap<>(kept);
        synchronized (unkept) {
            now.putAll(unkept);
        }
        var written = new LinkedHashMap<String, String>();
        var changed = new LinkedHashMap<String, KeptDraft.Change>();
        now.forEach((conversation, draft) -> {
            if (!draft.text().isEmpty()) written.put(conversation, draft.text());
            if (draft.change() != null) changed.put(conversation, draft.change());
        });
        texts.keySet().retainAll(written.keySet());
        texts.putAll(written);
        changes.keySet().retainAll(changed.keySet());
        found.keySet().retainAll(changed.keySet());
        changed.forEach((conversation, change) -> {
            if (changes.putIfAbsent(conversation, change) == null) found.put(conversation, change);
        });
    }

    /// Whether the node could not keep a draft: it is in this window alone. It is tried again.
    ReadOnlyBooleanProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /// Empty where nothing is being written.
    public String of(String conversation) {
        return texts.getOrDefault(conversation, "");
    }

    /// What is being written, or else changed, by conversation. Without that of one conversation (null: of none): it is
    /// in the composer, in sight of the person who writes it.
    public Map<String, String> allBut(@Nullable String open) {
        var others = new HashMap<String, String>(texts);
        changes.forEach((conversation, change) -> others.putIfAbsent(conversation, change.text()));
        others.remove(open);
        return others;
    }

    /// Calls this with each conversation that gets a draft, loses it, or gets another text, and with those in which a
    /// change was found.
    public Subscription watch(Consumer<String> changed) {
        MapChangeListener<String, String> listener = change -> changed.accept(change.getKey());
        MapChangeListener<String, KeptDraft.Change> finding = change -> {
            if (change.wasAdded()) changed.accept(change.getKey());
        };
        texts.addListener(listener);
        found.addListener(finding);
        return () -> {
            texts.removeListener(listener);
            found.removeListener(finding);
        };
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
    /// @param now null where none is to be kept
    void change(String conversation, KeptDraft.@Nullable Change now) {
        KeptDraft.Change before = now == null ? changes.remove(conversation) : changes.put(conversation, now);
        if (!Objects.equals(now, before)) keep(conversation);
    }

    /// The change that was begun before Landline was started anew; null for none. The second call finds it no more.
    KeptDraft.@Nullable Change takeFound(String conversation) {
        return found.remove(conversation);
    }

    private void keep(String conversation) {
        synchronized (unkept) {
            unkept.put(conversation, new KeptDraft(of(conversation), changes.get(conversation)));
        }
        keeping.changed();
    }

    /// One below the other.
    static String joined(String first, String second) {
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
            Map<String, KeptDraft> now;
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

    private void tell(String conversation, KeptDraft draft) {
        try {
            chats.keepDraft(conversation, draft);
        } catch (CommandException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "a draft is not kept: " + e.getMessage());
            boolean isGone = e instanceof CommandException refusal && refusal.code() != CommandException.Code.STORAGE;
            if (!isGone) return;
        }
        synchronized (unkept) {
            if (Objects.equals(unkept.get(conversation), draft)) unkept.remove(conversation);
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
