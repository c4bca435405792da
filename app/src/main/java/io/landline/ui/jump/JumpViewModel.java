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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// All that one can go to, and what of it fits the letters that were typed. JavaFX thread.
final class JumpViewModel {
    /// The beginning of a name, the beginning of a word in it, anything in it.
    private static final int NO_FIT = 3;

    private final List<JumpTarget> pages;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<JumpTarget> found = FXCollections.observableArrayList();
    private List<JumpTarget> places = List.of();

    private JumpViewModel(PageContext context, List<JumpTarget> pages, Predicate<@Nullable Contact> isWanted) {
        this.pages = List.copyOf(pages);
        words.subscribe(this::find);
        context.background().run(() -> places(context.node(), isWanted), loaded -> {
            places = loaded;
            find();
        }, _ -> {}); // the pages are there
    }

    /// All conversations, members and pages.
    ///
    /// @param pages of the window, by their ids
    JumpViewModel(PageContext context, List<JumpTarget> pages) { this(context, pages, _ -> true); }

    /// The rooms and the people that files can be offered to.
    static JumpViewModel toSend(PageContext context) {
        return new JumpViewModel(context, List.of(), each -> each != null && each.member() && !each.blocked());
    }

    /// Conversations in the order of the list, then members without one.
    ///
    /// @param isWanted whether a person is listed; it is given null for somebody who is not among the contacts
    private static List<JumpTarget> places(NodePorts node, Predicate<@Nullable Contact> isWanted)
            throws CommandException {
        List<Conversation> conversations = node.chats().list();
        Map<String, Contact> known = node.contacts()
                .contacts()
                .stream()
                .collect(Collectors.toMap(each -> each.peer().hex(), Function.identity(), (one, _) -> one,
                        LinkedHashMap::new));
        var places = new ArrayList<JumpTarget>();
        for (Conversation each : conversations) {
            Contact other = known.remove(each.key());
            if (each.peer() == null) {
                places.add(new JumpTarget(Kind.ROOM, each.key(), each.title()));
            } else if (isWanted.test(other)) {
                places.add(new JumpTarget(Kind.PERSON, each.key(), each.title()));
            }
        }
        for (Contact each : known.values()) {
            if (each.member() && isWanted.test(each)) {
                places.add(new JumpTarget(Kind.PERSON, each.peer().hex(), each.name()));
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
