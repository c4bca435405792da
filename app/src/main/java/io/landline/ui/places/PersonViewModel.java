package io.landline.ui.places;

import io.landline.node.port.Activity.Seen;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.Fingerprint;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.PlaceNews;
import io.landline.ui.places.sheet.RecentFiles;
import io.landline.ui.text.ErrorMessages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What a person's sheet shows beside the safety number. JavaFX thread.
final class PersonViewModel implements AutoCloseable {
    /// @param blocked by this user
    /// @param seen what the person says, and when they were last here
    /// @param conversation with the person; null before one of both wrote
    /// @param rooms of ours in which the person is a member too
    record Shown(boolean here, boolean blocked, Seen seen, @Nullable Conversation conversation, List<OwnRoom> rooms,
            RecentFiles files) {}

    private final Refresh<Shown> refresh;
    private final PlaceNews news;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    PersonViewModel(PageContext context, Fingerprint peer) {
        refresh = new Refresh<>(context.background(), () -> load(context.node(), peer), this::show,
                e -> problem.set(ErrorMessages.sentence(context.language(), e)));
        news = new PlaceNews(context, refresh::changed);
        refresh.changed();
    }

    private void show(Shown now) {
        if (now.conversation() != null) refresh.changesAt(now.conversation().choices().mutedUntil());
        problem.set("");
        shown.set(now);
    }

    private static Shown load(NodePorts node, Fingerprint peer) {
        Contact contact = node.contacts().contact(peer);
        Conversation conversation = node.chats()
                .list()
                .stream()
                .filter(each -> each.key().equals(peer.hex()))
                .findFirst()
                .orElse(null);
        List<OwnRoom> rooms = contact == null
                ? List.of()
                : node.rooms().rooms().stream().filter(each -> contact.rooms().contains(each.label())).toList();
        RecentFiles files = RecentFiles.of(node.transfers().recent(), each -> each.other().peer().equals(peer));
        return new Shown(contact != null && contact.here(), contact != null && contact.blocked(),
                node.contacts().activity().of(peer),
                conversation, rooms, files);
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

    @Override
    public void close() {
        news.close();
        refresh.close();
    }
}
