package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.TimelineItem;
import io.landline.peer.NameOrder;
import io.landline.room.EntryId;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Messages that go on to other conversations, as this user's. Files go on that are complete on this computer. Confined
/// to the JavaFX thread.
final class ForwardViewModel {
    /// A list is read down to here; the field above it finds the others.
    static final int LISTED_MAX = 30;
    /// Of a name that stands in a text: it is somebody's, and may be long.
    private static final int NAME_CHARACTERS_MAX = 60;

    /// @param title somebody's text
    record Target(String key, String title, boolean isRoom) {}

    /// @param key of the target to which not all went
    private record Failed(String key, CommandException why) {}

    private final PageContext context;
    private final Texts texts;
    private final List<TimelineItem> messages;
    /// Names of the files that are not here, safe to show; empty for none.
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final Runnable done;
    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Target> listed = FXCollections.observableArrayList();
    private final BooleanProperty named = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper sendable = new ReadOnlyBooleanWrapper();
    private final Set<String> chosen = new TreeSet<>();
    private List<Target> all = List.of();
    private List<TimelineItem> going = List.of();
    /// How many of the messages a target has where not all went: another try goes on behind them. Never touched while a
    /// try is under way.
    private final Map<String, Integer> gone = new ConcurrentHashMap<>();
    private boolean working;
    private boolean loaded;

    /// @param messages in the order in which they go
    /// @param done is run once all are on their way
    ForwardViewModel(PageContext context, List<TimelineItem> messages, Runnable done) {
        this.context = context;
        this.messages = List.copyOf(messages);
        this.done = done;
        texts = context.texts(ForwardViewModel.class);
        words.subscribe(this::find);
        context.background().run(() -> choice(context.node(), this.messages), choice -> {
            all = choice.targets();
            going = this.messages.stream().filter(each -> !choice.missing().contains(each)).toList();
            missing.set(PeerText.list(texts,
                    choice.missing().stream().flatMap(each -> each.names().stream()).toList()));
            loaded = true;
            find();
            changed();
        }, this::failed);
    }

    /// @param missing offers of which not all files are here
    private record Choice(List<Target> targets, List<TimelineItem.Offer> missing) {}

    private static Choice choice(NodePorts node, List<TimelineItem> messages) throws CommandException {
        List<TimelineItem.Offer> missing = messages.stream()
                .filter(TimelineItem.Offer.class::isInstance)
                .map(TimelineItem.Offer.class::cast)
                .filter(each -> node.transfers().held(each.offer()).isEmpty())
                .toList();
        return new Choice(targets(node), missing);
    }

    /// The conversations in the order of the list, then the members without a conversation. Left out are people and
    /// rooms that cannot be written to.
    private static List<Target> targets(NodePorts node) throws CommandException {
        var targets = new ArrayList<Target>();
        var people = node.contacts()
                .contacts()
                .stream()
                .filter(each -> each.member() && !each.blocked())
                .collect(Collectors.toMap(each -> each.peer().hex(), Function.identity(), (one, _) -> one));
        for (Conversation each : node.chats().list()) {
            boolean isRoom = each.peer() == null;
            if (isRoom || people.containsKey(each.key())) targets.add(new Target(each.key(), each.title(), isRoom));
            people.remove(each.key());
        }
        people.values()
                .stream()
                .sorted(Comparator.comparing(Contact::name, NameOrder.BY_NAME).thenComparing(Contact::peer))
                .forEach(each -> targets.add(new Target(each.peer().hex(), each.name(), false)));
        return targets;
    }

    /// What a target's name has in it.
    StringProperty words() {
        return words;
    }

    /// Those that fit the words, and those that are chosen.
    ObservableList<Target> listed() {
        return listed;
    }

    /// Whether nothing fits the words; false while that is not known.
    boolean findsNobody() {
        return loaded && listed.isEmpty();
    }

    /// Whether each text says who wrote it.
    BooleanProperty named() {
        return named;
    }

    /// Files that do not go on, since not all of them are here: safe to show; empty for none.
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    boolean isOthers() {
        return messages.stream().anyMatch(each -> !each.own());
    }

    ReadOnlyBooleanProperty sendable() {
        return sendable.getReadOnlyProperty();
    }

    boolean isChosen(Target target) {
        return chosen.contains(target.key());
    }

    /// Chooses the first that the words find; without words sends.
    void enter() {
        if (words.get().isBlank()) {
            forward();
            return;
        }
        all.stream().filter(each -> !isChosen(each) && fits(each)).findFirst().ifPresent(found -> {
            choose(found, true);
            words.set("");
        });
    }

    private boolean fits(Target target) {
        return SearchText.folded(target.title()).contains(SearchText.folded(words.get().strip()));
    }

    void choose(Target target, boolean isChosen) {
        if (isChosen) {
            chosen.add(target.key());
        } else {
            chosen.remove(target.key());
        }
        changed();
    }

    private void changed() {
        sendable.set(!working && !chosen.isEmpty() && !going.isEmpty());
    }

    /// Who is chosen stays in sight, however many stand before.
    private void find() {
        List<Target> found = all.stream().filter(each -> !isChosen(each) && fits(each)).limit(LISTED_MAX).toList();
        listed.setAll(all.stream().filter(each -> isChosen(each) || found.contains(each)).toList());
    }

    /// Sends all to each that is chosen. What failed stays chosen.
    void forward() {
        if (!sendable.get()) return;
        working = true;
        changed();
        List<Going> parts = going.stream().map(each -> new Going(each.id(), from(each))).toList();
        Set<String> to = Set.copyOf(chosen);
        context.background().run(() -> send(context.node(), parts, to, gone), failed -> sent(to, failed), this::failed);
    }

    /// @param from says who wrote it; null for nothing
    private record Going(EntryId id, @Nullable String from) {}

    private @Nullable String from(TimelineItem item) {
        if (item.own() || !named.get()) return null;
        return texts.format("forward.from", PeerText.shortened(item.name(), NAME_CHARACTERS_MAX));
    }

    /// @param gone how many of the parts each target has; counted on
    private static List<Failed> send(NodePorts node, List<Going> parts, Set<String> to, Map<String, Integer> gone) {
        var failed = new ArrayList<Failed>();
        for (String key : to) {
            try {
                for (int next = gone.getOrDefault(key, 0); next < parts.size(); next++) {
                    Going part = parts.get(next);
                    node.chats().acts().forward(part.id(), key, part.from());
                    gone.put(key, next + 1);
                }
            } catch (CommandException e) {
                failed.add(new Failed(key, e));
            }
        }
        return failed;
    }

    /// Who was chosen meanwhile is still to get it.
    ///
    /// @param to who was chosen before
    private void sent(Set<String> to, List<Failed> failed) {
        working = false;
        Set<String> without = failed.stream().map(Failed::key).collect(Collectors.toSet());
        chosen.removeIf(key -> to.contains(key) && !without.contains(key));
        changed();
        find();
        if (!failed.isEmpty()) {
            context.notices().problem(ErrorMessages.sentence(context.language(), failed.getFirst().why()));
        } else if (chosen.isEmpty()) {
            done.run();
        }
    }

    private void failed(Exception why) {
        working = false;
        changed();
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }
}
