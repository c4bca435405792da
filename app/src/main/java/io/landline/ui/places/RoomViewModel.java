package io.landline.ui.places;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import io.landline.room.JoinLink;
import io.landline.ui.fx.Refresh;
import io.landline.ui.invitation.Invitation;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.PlaceNews;
import io.landline.ui.places.sheet.RecentFiles;
import io.landline.ui.text.ErrorMessages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// What a room's sheet shows. JavaFX thread.
final class RoomViewModel implements AutoCloseable {
    /// Those who are here first, each by name.
    private static final Comparator<Contact> ORDER = Comparator.comparing(Contact::here)
            .reversed()
            .thenComparing(Contact::name, NameOrder.BY_NAME)
            .thenComparing(Contact::peer);

    /// Another member.
    ///
    /// @param how null where nothing is known of it
    record Member(Contact contact, @Nullable Admitted how) {}

    /// @param offers not decided yet
    /// @param lackingPeers who is to get words from here and does not have them yet
    /// @param lacking their names
    record NewWords(List<OfferedWords> offers, Set<Fingerprint> lackingPeers, List<String> lacking) {}

    /// @param members the others
    record Shown(OwnRoom room, Conversation conversation, List<Member> members, RecentFiles files, NewWords words) {}

    private final String key;
    private final Invitation invitation;
    private final Refresh<Optional<Shown>> refresh;
    private final PlaceNews news;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /// @param gone is run when the user is not in that room, or has left it
    RoomViewModel(PageContext context, String key, Runnable gone) {
        this.key = key;
        invitation = new Invitation(context.language());
        refresh = new Refresh<>(context.background(), () -> load(context.node()),
                loaded -> loaded.ifPresentOrElse(this::show, gone),
                e -> problem.set(ErrorMessages.sentence(context.language(), e)));
        news = new PlaceNews(context, refresh::changed);
        refresh.changed();
    }

    private void show(Shown now) {
        refresh.changesAt(now.conversation().choices().mutedUntil());
        problem.set("");
        shown.set(now);
    }

    private Optional<Shown> load(NodePorts node) {
        Optional<OwnRoom> room = node.rooms().rooms().stream().filter(each -> each.key().equals(key)).findFirst();
        Optional<Conversation> conversation = node.chats()
                .list()
                .stream()
                .filter(each -> each.key().equals(key))
                .findFirst();
        if (room.isEmpty() || conversation.isEmpty()) return Optional.empty();
        String label = room.get().label();
        Map<Fingerprint, Admitted> admitted = admitted(node);
        List<Member> members = node.contacts()
                .contacts()
                .stream()
                .filter(each -> each.member() && each.rooms().contains(label))
                .sorted(ORDER)
                .map(each -> new Member(each, admitted.get(each.peer())))
                .toList();
        RecentFiles files = RecentFiles.of(node.transfers().recent(), each -> each.ids().conversation().equals(key));
        return Optional.of(new Shown(room.get(), conversation.get(), members, files, words(node)));
    }

    private NewWords words(NodePorts node) {
        List<OfferedWords> offers = node.rooms()
                .offeredWords()
                .stream()
                .filter(each -> each.key().equals(key))
                .toList();
        Map<Fingerprint, String> lacking = lacking(node);
        return new NewWords(offers, lacking.keySet(), lacking.values().stream().sorted(NameOrder.BY_NAME).toList());
    }

    private Map<Fingerprint, String> lacking(NodePorts node) {
        try {
            return node.rooms().lackingWords(key);
        } catch (CommandException e) {
            return Map.of(); // left it this moment
        }
    }

    private Map<Fingerprint, Admitted> admitted(NodePorts node) {
        try {
            return node.rooms().admitted(key);
        } catch (CommandException e) {
            return Map.of(); // left it this moment
        }
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

    /// To be copied or read aloud.
    String invitation(OwnRoom room) {
        return room.words() == null ? invitation.open(room.name()) : invitation.withWords(room.name(), room.words());
    }

    /// A link that fills in the form with which the room is joined; empty for an open room and for very long words.
    static Optional<String> link(OwnRoom room) {
        return Invitation.link(room).flatMap(JoinLink::text);
    }

    @Override
    public void close() {
        news.close();
        refresh.close();
    }
}
