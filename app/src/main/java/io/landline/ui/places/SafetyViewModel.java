package io.landline.ui.places;

import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Safety;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.PersonSubject;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One person's safety number, and what was made of it. JavaFX thread.
final class SafetyViewModel implements AutoCloseable {
    /// What is shown of a person.
    ///
    /// @param title the name, safe to show
    /// @param number six groups of five digits, with a blank between
    /// @param known false where nothing but the fingerprint is known: then there is nobody to verify or to block
    /// @param notTheOne somebody else is known by this name
    /// @param reachable is in a room of ours and not blocked: to others nothing is ever sent
    record Shown(String title, String number, boolean known, boolean verified, boolean blocked, boolean notTheOne,
            boolean reachable) {}

    private record Loaded(Safety safety, @Nullable Contact contact) {}

    /// What a refusal is about, until a change of this person is made.
    private record Unchanged(Fingerprint peer) {}

    private interface Change {
        void make() throws CommandException;
    }

    private final PageContext context;
    private final Texts texts;
    private final Fingerprint peer;
    private final Refresh<Loaded> refresh;
    private final Subscription events;
    private final ConversationWatch conversations;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();

    SafetyViewModel(PageContext context, Fingerprint peer) {
        this.context = context;
        this.peer = peer;
        texts = context.texts(SafetyViewModel.class);
        Contacts contacts = context.node().contacts();
        refresh = new Refresh<>(context.background(), () -> new Loaded(contacts.safety(peer), contacts.contact(peer)),
                this::show, e -> problem.set(ErrorMessages.sentence(context.language(), e)));
        events = context.node().watch().apply((event, _) -> {
            if (tellsOfPeople(event)) refresh.changed();
        });
        conversations = new ConversationWatch(context.node(), context.background(), this::conversationChanged,
                refresh::changed);
        refresh.changed();
    }

    /// On a thread of the node. A command may have verified or blocked the person.
    private void conversationChanged(String key) {
        if (key.equals(peer.hex())) refresh.changed();
    }

    private static boolean tellsOfPeople(NodeEvent event) {
        return event instanceof NodeEvent.PeerAppeared || event instanceof NodeEvent.PeerChanged
                || event instanceof NodeEvent.PeerLeft || event instanceof NodeEvent.Joined;
    }

    private void show(Loaded loaded) {
        problem.set("");
        Contact contact = loaded.contact();
        String name = loaded.safety().name();
        shown.set(new Shown(name.isBlank() ? peer.brief() : PeerText.person(name), loaded.safety().number(),
                contact != null, loaded.safety().verified(), contact != null && contact.blocked(),
                contact != null && contact.notTheOne(), contact != null && contact.member() && !contact.blocked()));
    }

    /// Null until it is loaded.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why the last load failed, as a sentence; empty where it did not.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void loadAgain() {
        problem.set(""); // the same sentence is told anew
        refresh.changed();
    }

    ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /// The two people compared the number: it is the same on both sides; or takes that back.
    void setVerified(boolean verified) {
        make(() -> context.node().contacts().setVerified(peer, verified));
    }

    void setBlocked(boolean blocked) {
        if (blocked) context.notices().over(new PersonSubject(peer));
        make(() -> context.node().contacts().setBlocked(peer, blocked));
    }

    /// The sheet shows what became of it: a sentence more would move what was pressed.
    private void make(Change change) {
        if (working.get()) return;
        working.set(true);
        var subject = new Unchanged(peer);
        context.background().run(() -> {
            change.make();
            return subject;
        }, done -> {
            made();
            context.notices().over(done);
        }, e -> {
            made();
            context.notices()
                    .problem(subject, texts.format("failed", ErrorMessages.sentence(context.language(), e)));
        });
    }

    private void made() {
        working.set(false);
        refresh.changed();
    }

    @Override
    public void close() {
        events.close();
        conversations.close();
        refresh.close();
    }
}
