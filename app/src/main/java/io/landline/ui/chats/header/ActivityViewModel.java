package io.landline.ui.chats.header;

import io.landline.chat.PersonStatus;
import io.landline.language.Texts;
import io.landline.node.port.Activity;
import io.landline.node.port.Activity.Typist;
import io.landline.node.port.NodeEvent.StatusChanged;
import io.landline.node.port.NodeEvent.Typing;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Who types in the open conversation; while nobody does, what the other of a direct one says of themselves. Confined
/// to the JavaFX thread.
public final class ActivityViewModel implements AutoCloseable {
    /// More are not named.
    static final int NAMES_MAX = 3;

    /// @param title the other's name in a direct conversation: somebody's text
    private record Open(String key, String title) {}

    private record Loaded(@Nullable Open open, List<Typist> typists, PersonStatus status) {}

    private final PageContext context;
    private final Texts texts;
    private final Refresh<Loaded> refresh;
    private final Subscription events;
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    /// Read on background threads too.
    private volatile @Nullable Open open;

    public ActivityViewModel(PageContext context) {
        this.context = context;
        texts = context.texts(ActivityViewModel.class);
        refresh = new Refresh<>(context.background(), this::load, this::show);
        events = context.node().watch().apply((event, _) -> {
            if (event instanceof Typing || event instanceof StatusChanged) refresh.changed();
        });
    }

    /// Not on the JavaFX thread.
    private Activity activity() {
        return context.node().contacts().activity();
    }

    /// What is to be shown below the messages; empty for nothing. Safe to show.
    public ReadOnlyStringProperty line() {
        return line.getReadOnlyProperty();
    }

    /// Another conversation is open, or this one's head has changed; null for none.
    public void open(@Nullable ConversationHeader head) {
        Open now = head == null ? null : new Open(head.key(), head.title());
        Open before = open;
        open = now;
        if (before == null || now == null || !before.key().equals(now.key())) line.set("");
        refresh.changed();
    }

    /// The user typed something into the message.
    public void typed() {
        Open now = open;
        if (now == null) return;
        context.background().run(() -> {
            activity().typing(now.key());
            return now;
        }, _ -> {}, _ -> {}); // refused where the room was left meanwhile: nobody has to be told
    }

    private Loaded load() {
        Open now = open;
        if (now == null) return new Loaded(null, List.of(), PersonStatus.NONE);
        PersonStatus status = Fingerprint.isWhole(now.key())
                ? activity().of(Fingerprint.parse(now.key())).status()
                : PersonStatus.NONE;
        return new Loaded(now, activity().typists(now.key()), status);
    }

    private void show(Loaded loaded) {
        Open of = loaded.open();
        Open now = open;
        if (of == null || now == null || !of.key().equals(now.key())) return; // loaded anew at once
        line.set(loaded.typists().isEmpty() ? status(now.title(), loaded.status()) : typing(loaded.typists()));
    }

    private String typing(List<Typist> typists) {
        if (typists.size() > NAMES_MAX) return texts.get("typing.several");
        Object[] names = typists.stream().map(each -> PeerText.person(each.name())).toArray();
        return texts.format("typing." + names.length, names);
    }

    private String status(String title, PersonStatus status) {
        String name = PeerText.person(title);
        boolean alone = status.text().isEmpty();
        String text = PeerText.line(status.text());
        return switch (status.state()) {
            case HERE -> alone ? "" : texts.format("status.here", name, text);
            case AWAY -> alone ? texts.format("status.away", name) : texts.format("status.away.text", name, text);
            case BUSY -> alone ? texts.format("status.busy", name) : texts.format("status.busy.text", name, text);
        };
    }

    @Override
    public void close() {
        events.close();
        refresh.close();
    }
}
