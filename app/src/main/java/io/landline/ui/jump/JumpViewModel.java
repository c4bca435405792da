package io.landline.ui.jump;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.ui.jump.JumpTarget.Kind;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// All that one can go to, and what of it fits the letters that were typed. JavaFX thread.
final class JumpViewModel {
    /// The beginning of a name, the beginning of a word in it, anything in it.
    private static final int NO_FIT = 3;

    private final List<JumpTarget> pages;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<JumpTarget> found = FXCollections.observableArrayList();
    private List<JumpTarget> places = List.of();

    /// @param pages of the window, by their ids
    JumpViewModel(PageContext context, List<JumpTarget> pages) {
        this.pages = List.copyOf(pages);
        words.subscribe(this::find);
        context.background().run(() -> places(context.node()), loaded -> {
            places = loaded;
            find();
        }, _ -> {}); // the pages are there
    }

    /// Conversations in the order of the list, then members without one.
    private static List<JumpTarget> places(NodePorts node) throws CommandException {
        List<Conversation> conversations = node.chats().list();
        var places = new ArrayList<JumpTarget>();
        for (Conversation each : conversations) {
            places.add(new JumpTarget(each.peer() == null ? Kind.ROOM : Kind.PERSON, each.key(), each.title()));
        }
        for (Contact each : node.contacts().contacts()) {
            String key = each.peer().hex();
            if (each.member() && conversations.stream().noneMatch(known -> known.key().equals(key))) {
                places.add(new JumpTarget(Kind.PERSON, key, each.name()));
            }
        }
        return places;
    }

    StringProperty words() {
        return words;
    }

    /// What fits best comes first.
    ObservableList<JumpTarget> found() {
        return found;
    }

    private void find() {
        String sought = SearchText.folded(words.get().strip());
        var all = new ArrayList<JumpTarget>(places);
        all.addAll(pages);
        List<JumpTarget> fitting = all.stream()
                .filter(each -> rank(each, sought) < NO_FIT)
                .sorted(Comparator.comparingInt(each -> rank(each, sought)))
                .toList();
        found.setAll(fitting);
    }

    private static int rank(JumpTarget target, String sought) {
        String title = SearchText.folded(target.title());
        if (title.startsWith(sought)) return 0;
        if (title.contains(" " + sought)) return 1;
        return title.contains(sought) ? 2 : NO_FIT;
    }
}
