package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ChatStores;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.RewrittenMessage;
import io.landline.chat.TimelinePosition;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.chat.sync.HistoryStep.Acts;
import io.landline.chat.sync.HistoryStep.BacksUp;
import io.landline.chat.sync.HistoryStep.Copies;
import io.landline.chat.sync.HistoryStep.Dies;
import io.landline.chat.sync.HistoryStep.Hears;
import io.landline.chat.sync.HistoryStep.Meets;
import io.landline.chat.sync.HistoryStep.Parts;
import io.landline.chat.sync.HistoryStep.Restores;
import io.landline.chat.sync.HistoryStep.Says;
import io.landline.chat.sync.HistoryStep.Skews;
import io.landline.chat.sync.HistoryStep.Splits;
import io.landline.chat.sync.HistoryStep.Waits;
import io.landline.chat.sync.MortalStores.Killed;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Timeline;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Plays a history with real conversations in memory, then lets everybody meet and checks what all of them hold.
final class HistoryPlayer {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int COPIES_MAX = 2;
    /// In which each copy of a profile meets everybody.
    private static final int ROUNDS = 3;
    private static final List<String> EMOJI = List.of("👍", "🎉", "😀");

    /// A node with its disk.
    private final class Person {
        final World.Node node;
        MortalStores disk;
        @Nullable
        ChatStores backup;
        /// What it was told to be on the disk, by text.
        final Set<String> confirmed = new HashSet<>();
        /// What it deleted, or meant to.
        final Set<Reference> deleted = new HashSet<>();
        /// What stood there. Of a lost branch nothing is written again that was deleted, so nothing is left of it.
        final Set<String> deletedTexts = new HashSet<>();
        boolean restored;

        Person() { this(Identity.generate(), disks.create()); }

        Person(Identity identity, ChatStores stores) {
            disk = new MortalStores(stores);
            node = world.new Node(identity, disk.stores());
        }

        HeldEntries holds() {
            return new HeldEntries(disk.kept().entries(), CONVERSATION);
        }

        List<Entry> held() {
            return holds().all();
        }
    }

    private final World world;
    private final List<Person> people = new ArrayList<>();

    /// Without copies.
    private final int nodes;

    private final Disks disks;

    private HistoryPlayer(long seed, int nodes, Disks disks) {
        this.nodes = nodes;
        this.disks = disks;
        world = new World(seed);
        for (int i = 0; i < nodes; i++) people.add(new Person());
    }

    /// Throws an AssertionError that says what does not hold.
    static void play(long seed, int nodes, List<HistoryStep> steps, Disks disks) {
        var player = new HistoryPlayer(seed, nodes, disks);
        for (HistoryStep step : steps) player.happens(() -> player.take(step));
        player.end();
        player.check();
    }

    private Person person(int number) {
        return people.get(number % people.size());
    }

    /// What comes from a node that dies meanwhile is its end.
    private void happens(Runnable what) {
        try {
            what.run();
        } catch (Killed e) {
            restart(Objects.requireNonNull(dying));
        }
    }

    private @Nullable Person dying;

    private void restart(Person person) {
        dying = null;
        person.disk.dieAt(0, false);
        ChatStores found = disks.afterKill(person.disk.kept());
        leave(person);
        person.disk = new MortalStores(found);
        person.node.stores = person.disk.stores();
        person.node.restart();
    }

    private void leave(Person person) {
        for (World.End end : world.ends()) if (end.owner == person.node) disconnect(end);
    }

    /// A node that dies as it hears of the end of a session is dead all the same.
    private void disconnect(World.End end) {
        try {
            world.disconnect(end, "parted");
        } catch (Killed e) {
            Person dead = Objects.requireNonNull(dying);
            world.disconnect(end, "parted");
            restart(dead);
        }
    }

    private void take(HistoryStep step) {
        switch (step) {
            case Says(int node, String text) -> {
                Person person = person(node);
                write(person, EntryKind.TEXT, new EntryText(text).toBody());
                person.confirmed.add(text);
            }
            case Acts acts -> act(person(acts.node()), acts);
            case Meets(int node, int other) -> meet(person(node), person(other));
            case Parts(int node, int other) -> world.ends()
                    .stream()
                    .filter(end -> end.owner == person(node).node && end.peer().equals(person(other).node.id()))
                    .forEach(this::disconnect);
            case Splits(int at) -> world.ends()
                    .stream()
                    .filter(end -> (place(end.owner) < at) != (place(end.otherEnd.owner) < at))
                    .forEach(this::disconnect);
            case Dies(int node, int write, boolean after) -> {
                if (dying == null) {
                    dying = person(node);
                    dying.disk.dieAt(write, after);
                }
            }
            case BacksUp(int node) -> person(node).backup = disks.copy(person(node).disk.kept());
            case Restores(int node) -> restore(person(node));
            case Copies(int node) -> copy(person(node));
            case Skews(int node, int minutes) -> person(node).node.skew = Duration.ofMinutes(minutes);
            case Waits(int millis) -> world.pass(Duration.ofMillis(millis));
            case Hears(int frames) -> {
                for (int i = 0; i < frames; i++) world.step();
            }
        }
    }

    private int place(World.Node node) {
        for (int i = 0; i < people.size(); i++) if (people.get(i).node == node) return i;
        throw new AssertionError("nobody");
    }

    /// From now on two nodes run on copies of one profile.
    private void copy(Person person) {
        if (people.size() - nodes >= COPIES_MAX || dying == person) return;
        var copy = new Person(person.node.identity, disks.copy(person.disk.kept()));
        copy.deleted.addAll(person.deleted);
        copy.deletedTexts.addAll(person.deletedTexts);
        people.add(copy);
    }

    /// Of two copies of one profile the one that came last has the session.
    private void meet(Person one, Person other) {
        if (one.node.id().equals(other.node.id())) return;
        world.ends()
                .stream()
                .filter(end -> end.owner == one.node && end.peer().equals(other.node.id())
                        && end.otherEnd.owner != other.node
                        || end.owner == other.node && end.peer().equals(one.node.id())
                                && end.otherEnd.owner != one.node)
                .forEach(this::disconnect);
        boolean met = world.ends()
                .stream()
                .anyMatch(end -> end.owner == one.node && end.otherEnd.owner == other.node);
        if (!met) world.connect(one.node, other.node, ROOM);
    }

    private void restore(Person person) {
        ChatStores backup = person.backup;
        if (backup == null) return;
        if (dying == person) dying = null;
        leave(person);
        person.disk = new MortalStores(disks.copy(backup));
        person.node.stores = person.disk.stores();
        person.node.heard.delivered.clear();
        person.node.restart();
        person.confirmed.clear(); // what the copy does not have may be lost
        person.restored = true;
    }

    private Entry write(Person person, EntryKind kind, byte[] body) {
        return person.node.write(CONVERSATION, kind, body);
    }

    /// As the window does it: what is not allowed or makes no sense is not done.
    private void act(Person person, Acts acts) {
        if (acts.kind() == Acts.Kind.POLL) {
            write(person, EntryKind.POLL, new Poll("lunch?", List.of("yes", "no", "later"), false, false).toBody());
            return;
        }
        List<EntryView> shown = Timeline.of(person.held()).shown();
        List<EntryView> targets = shown.stream().filter(each -> mayBeTarget(person, each, acts.kind())).toList();
        if (targets.isEmpty()) return;
        EntryView target = targets.get(acts.target() % targets.size());
        Reference reference = target.entry().reference();
        Act act = switch (acts.kind()) {
            case EDIT -> new Edit(reference, "edited " + acts.target(), Set.of());
            case DELETE, DELETE_ANOTHERS -> new Delete(reference, others(person, target));
            case REACT -> new React(reference, EMOJI.get(acts.choice()), acts.target() % 3 > 0);
            case PIN -> new Pin(reference, acts.target() % 3 > 0);
            case VOTE -> new Vote(reference, List.of(acts.choice()));
            case CLOSE -> new Close(reference, ((EntryView.Asked) target.content()).outcome().counts());
            case POLL -> throw new AssertionError("asked above");
        };
        if (acts.kind() == Acts.Kind.DELETE) { // it may die before it hears of its success
            person.deleted.add(reference);
            if (target.content() instanceof EntryView.Message) person.deletedTexts.add(World.text(target.entry()));
        }
        write(person, Acts.kind(act), act.toBody());
    }

    /// What else holds the words: edits, and what it was before it was written again.
    private static List<Reference> others(Person person, EntryView target) {
        var others = new ArrayList<Reference>();
        if (!RewrittenMessage.root(target.entry()).equals(target.entry().reference())) {
            others.add(RewrittenMessage.root(target.entry()));
        }
        if (target.content() instanceof EntryView.Message said) {
            said.edits().forEach(each -> others.add(edit(person, each.position())));
        }
        return others;
    }

    private static Reference edit(Person person, TimelinePosition at) {
        return person.held()
                .stream()
                .filter(entry -> entry.position().equals(at))
                .findFirst()
                .orElseThrow()
                .reference();
    }

    private static boolean mayBeTarget(Person person, EntryView shown, Acts.Kind kind) {
        boolean own = shown.entry().author().equals(person.node.id());
        boolean poll = shown.content() instanceof EntryView.Asked;
        boolean text = shown.content() instanceof EntryView.Message;
        boolean open = shown.content() instanceof EntryView.Asked asked && !asked.outcome().closed();
        return switch (kind) {
            case EDIT -> own && text;
            case DELETE -> own && (text || poll);
            case DELETE_ANOTHERS -> !own && (text || poll);
            case REACT, PIN -> text || poll;
            case VOTE -> open;
            case CLOSE -> own && open;
            case POLL -> false;
        };
    }

    /// Everybody is started once more, and meets everybody: each copy of a profile meets each copy of others, and hears
    /// of what the others did meanwhile.
    private void end() {
        for (Person person : people) restart(person);
        List<List<Person>> casts = casts();
        int rounds = casts.size() == 1 ? 1 : ROUNDS;
        for (int round = 0; round < rounds; round++) {
            for (List<Person> cast : casts) {
                for (Person one : cast) for (Person other : cast) meet(one, other);
                world.settle(Duration.ofMinutes(3));
                if (casts.size() > 1) world.ends().forEach(this::disconnect);
            }
        }
    }

    /// All choices of one copy of each profile.
    private List<List<Person>> casts() {
        Map<Fingerprint, List<Person>> copies = new LinkedHashMap<>();
        for (Person person : people) copies.computeIfAbsent(person.node.id(), _ -> new ArrayList<>()).add(person);
        List<List<Person>> casts = List.of(List.of());
        for (List<Person> each : copies.values()) {
            casts = casts.stream()
                    .flatMap(cast -> each.stream().map(one -> Stream.concat(cast.stream(), Stream.of(one)).toList()))
                    .toList();
        }
        return casts;
    }

    private void check() {
        for (Person person : people) person.holds().areWholeAndOnce();
        List<Entry> first = people.getFirst().holds().belowForks();
        for (Person person : people) {
            // of a delete that went with a lost profile the proof alone may be left, and no log that brings it to all
            if (people.stream().anyMatch(each -> each.restored)) {
                assertEquals(ids(first), ids(person.holds().belowForks()), "what all hold");
            } else {
                assertEquals(first, person.holds().belowForks(), "what all hold");
            }
        }
        for (Person person : people) {
            person.confirmed.forEach(text -> isEverywhereOnce(person, text));
            person.deleted.forEach(this::isGone);
        }
    }

    private static List<EntryId> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private void isEverywhereOnce(Person author, String text) {
        for (Person person : people) {
            List<EntryView> found = Timeline.of(person.held())
                    .shown()
                    .stream()
                    .filter(each -> each.entry().author().equals(author.node.id()) && isFirst(each, text))
                    .toList();
            assertTrue(found.size() <= 1, "doubled: " + text);
            assertTrue(!found.isEmpty() || isDeletedByTheAuthor(author, text), "lost: " + text);
        }
    }

    private static boolean isFirst(EntryView shown, String text) {
        return shown.content() instanceof EntryView.Message && World.text(shown.entry()).equals(text);
    }

    /// By any copy of the profile.
    private boolean isDeletedByTheAuthor(Person author, String text) {
        return people.stream()
                .anyMatch(each -> each.node.id().equals(author.node.id()) && each.deletedTexts.contains(text));
    }

    /// Wherever the delete is, the words are not.
    private void isGone(Reference target) {
        for (Person person : people) {
            Entry there = person.held()
                    .stream()
                    .filter(each -> each.reference().equals(target))
                    .findFirst()
                    .orElse(null);
            boolean told = person.held()
                    .stream()
                    .map(Deletion::orNull)
                    .anyMatch(deletion -> deletion != null && deletion.named().contains(target));
            if (there != null && told) assertNull(there.body(), "deleted, and still there: " + there);
        }
    }
}
