package io.landline.ui.chats.header;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Paused;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.PauseSubject;
import io.landline.ui.places.sheet.Blocking;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The person with a full daily budget in the open conversation, and the user's choice about that. One person at a
/// time. Confined to the JavaFX thread, but for [#changed].
public final class LimitViewModel implements AutoCloseable {
    /// What is shown of a person.
    ///
    /// @param name safe to show
    /// @param explanation what happened, what was kept, and what one can do
    record Shown(Fingerprint person, String name, String title, String explanation) {}

    private interface Decision {
        void make() throws CommandException;
    }

    private record Loaded(String key, List<Paused> paused) {}

    private final PageContext context;
    private final Texts texts;
    private final Runnable peopleChanged;
    private final Refresh<Loaded> refresh;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    /// Read on background threads too.
    private volatile @Nullable String key;

    /// @param peopleChanged is run when somebody was blocked
    public LimitViewModel(PageContext context, Runnable peopleChanged) {
        this.context = context;
        this.peopleChanged = peopleChanged;
        texts = context.texts(LimitViewModel.class);
        refresh = new Refresh<>(context.background(), this::load, this::show);
    }

    /// Another conversation is open now; null for none.
    public void open(@Nullable String conversation) {
        key = conversation;
        shown.set(null);
        refresh.changed();
    }

    /// Something in this conversation changed. Any thread.
    public void changed(String conversation) {
        if (conversation.equals(key)) refresh.changed();
    }

    private Loaded load() throws CommandException {
        String now = key;
        return now == null ? new Loaded("", List.of()) : new Loaded(now, context.node().chats().paused(now));
    }

    private void show(Loaded loaded) {
        working.set(false);
        if (!loaded.key().equals(key)) return; // another one was opened meanwhile, and is loaded next
        shown.set(loaded.paused().isEmpty() ? null : shown(loaded.paused().getFirst(), loaded.paused().size() - 1));
        // it stands here now
        for (Paused each : loaded.paused()) context.notices().over(new PauseSubject(each.person(), loaded.key()));
    }

    private Shown shown(Paused paused, int others) {
        String name = PeerText.person(paused.name());
        String what = texts.format(paused.unknownKinds() ? "limit.unknown" : "limit.day", name,
                paused.person().brief());
        String more = others == 0 ? "" : " " + texts.format("limit.others", others);
        return new Shown(paused.person(), name, texts.format("limit.title", name),
                what + " " + texts.get("limit.choice") + more);
    }

    /// Whether somebody is paused.
    public ObservableValue<Boolean> isAny() {
        return shown.map(_ -> true).orElse(false);
    }

    /// Null where nobody is paused.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Whether a decision is being carried out.
    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /// The rest is fetched now, as much again as a day allows.
    void allowMore() {
        Shown of = shown.get();
        if (of != null) decide(() -> context.node().chats().allowMore(of.person()), () -> {});
    }

    /// Nothing more of this person is wanted.
    void block() {
        Shown of = shown.get();
        if (of == null) return;
        decide(() -> context.node().contacts().setBlocked(of.person(), true),
                () -> new Blocking(context, peopleChanged).blocked(of.person(), of.name()));
    }

    private void decide(Decision decision, Runnable then) {
        if (working.get()) return;
        working.set(true);
        context.background().run(() -> {
            decision.make();
            return true;
        }, _ -> {
            peopleChanged.run();
            refresh.changed();
            then.run();
        }, why -> {
            working.set(false);
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
        });
    }

    @Override
    public void close() {
        refresh.close();
    }
}
