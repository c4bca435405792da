package io.landline.node.handin;

import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.conversation.MessageIds;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.handin.rule.HandInTable;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.HandInLists;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.HandIns.State;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says which hand-in boxes there are and who has handed in: for a node, and for a profile that no node uses. Keeps
/// nothing. Any thread; reads the database.
public final class HandInRegister implements HandInLists {
    /// Who may hand in.
    ///
    /// @param name somebody's text
    public record Member(Fingerprint peer, String name, boolean here) {}

    /// @param members of a room, but for this user and those that are blocked
    /// @param openOffers the offers of the transfers that are not over
    /// @param doneOffers those of transfers that are done, in direct conversations
    public record Sources(TimelineViews views, OwnRooms rooms, Function<Room, List<Member>> members,
            Supplier<? extends Collection<EntryId>> openOffers, Supplier<? extends Collection<EntryId>> doneOffers) {}

    private static final String NOTHING_DONE = " Nothing was done.";

    private final Fingerprint self;
    private final HandInBook book;
    private final PeerNames names;
    private final Sources sources;

    public HandInRegister(Fingerprint self, HandInBook book, PeerNames names, Sources sources) {
        this.self = self;
        this.book = book;
        this.names = names;
        this.sources = sources;
    }

    @Override
    public List<Box> boxes() throws CommandException {
        return DatabaseAccess.of(() -> book.boxes().stream().map(this::box).toList());
    }

    @Override
    public Box box(EntryId id) throws CommandException {
        return box(find(id));
    }

    private Box box(HandInBook.Box box) {
        boolean own = box.author().equals(self);
        return new Box(box.id(), sources.rooms().conversation(box.room()), box.author(),
                own ? "" : names.name(box.author()), box.shown().box(), box.shown().closed(), own);
    }

    @Override
    public EntryId find(String id) throws CommandException {
        try {
            return new MessageIds(sources.views()).find(id);
        } catch (CommandException e) {
            throw switch (e.code()) {
                case NO_MESSAGE -> noBox();
                case MALFORMED -> new CommandException(Code.MALFORMED, "A hand-in box is named by its id, or by at"
                        + " least the first " + TimelineViews.ID_DIGITS_MIN + " digits of it. landline collect list"
                        + " shows them." + NOTHING_DONE);
                default -> e;
            };
        }
    }

    private static CommandException noBox() {
        return new CommandException(Code.NO_MESSAGE, "There is no such hand-in box in your rooms. landline collect"
                + " list shows those that are there." + NOTHING_DONE);
    }

    HandInBook.Box find(EntryId id) throws CommandException {
        Located located = DatabaseAccess.<@Nullable Located>of(() -> sources.views().withId(id));
        HandInBook.Box box = located == null
                ? null
                : DatabaseAccess.<HandInBook.@Nullable Box>of(() -> book.box(located.entry()));
        if (box == null) throw noBox();
        return box;
    }

    @Override
    public List<Person> people(EntryId id) throws CommandException {
        HandInBook.Box box = find(id);
        Set<EntryId> offers = offers();
        List<Received> received = DatabaseAccess.of(() -> book.receipts(box));
        Map<Fingerprint, List<Receipt>> receipts = new LinkedHashMap<>();
        for (Received each : received) {
            receipts.computeIfAbsent(each.member(), _ -> new ArrayList<>())
                    .add(new Receipt(each.receipt().offer().hex(), each.receipt().at(), each.receipt().late(),
                            each.receipt().bytes(), each.receipt().root()));
            offers.remove(each.receipt().offer());
        }
        Set<Fingerprint> underWay = underWay(box, offers);
        if (!box.author().equals(self)) return List.of(person(self, names.own(), true, receipts, underWay));
        var people = new ArrayList<Person>();
        var listed = new HashSet<Fingerprint>(Set.of(self));
        for (Member each : sources.members().apply(box.room())) {
            if (!listed.add(each.peer())) continue;
            people.add(person(each.peer(), each.name(), each.here(), receipts, underWay));
        }
        for (Fingerprint each : receipts.keySet()) { // they may have left the room since
            if (listed.add(each)) people.add(person(each, names.name(each), false, receipts, underWay));
        }
        people.sort(Comparator.comparing(Person::name, NameOrder.BY_NAME).thenComparing(Person::peer));
        return people;
    }

    private static Person person(Fingerprint peer, String name, boolean here, Map<Fingerprint, List<Receipt>> receipts,
            Set<Fingerprint> underWay) {
        List<Receipt> theirs = receipts.getOrDefault(peer, List.of());
        State state = !theirs.isEmpty()
                ? State.HANDED_IN
                : underWay.contains(peer) ? State.UNDER_WAY : State.MISSING;
        return new Person(peer, name, here, state, theirs);
    }

    /// The offers that may have no receipt yet. Asked for in the order in which a hand-in goes on, and before the
    /// receipts: what goes on meanwhile is met at one of the looks.
    private Set<EntryId> offers() throws CommandException {
        var offers = new LinkedHashSet<EntryId>(DatabaseAccess.of(sources.openOffers()::get));
        offers.addAll(DatabaseAccess.of(sources.doneOffers()::get));
        return offers;
    }

    /// The people with files for this box that are offered, on their way, or here without a receipt. For another's box
    /// this can only be ourselves. An offer to a whole room is no hand-in.
    private Set<Fingerprint> underWay(HandInBook.Box box, Set<EntryId> offers) throws CommandException {
        var people = new HashSet<Fingerprint>();
        for (EntryId each : offers) {
            Located offer = DatabaseAccess.<@Nullable Located>of(() -> sources.views().withId(each));
            if (offer == null || offer.peer() == null) continue;
            if (!box.names().contains(BoxField.of(offer.entry().body()))) continue;
            people.add(offer.entry().author());
        }
        return people;
    }

    @Override
    public String table(EntryId id) throws CommandException {
        var table = new HandInTable();
        table.row(List.of("name", "fingerprint", "state", "at", "late", "times", "bytes", "root"));
        for (Person each : people(mustBeOwn(id).id())) {
            Receipt last = each.receipts().isEmpty() ? null : each.receipts().getLast();
            table.row(List.of(each.name(), each.peer().hex(), each.state().word(),
                    last == null ? "" : last.at().toString(), last == null ? "" : last.late() ? "late" : "on time",
                    Integer.toString(each.receipts().size()), last == null ? "" : Long.toString(last.bytes()),
                    last == null || last.root() == null ? "" : last.root()));
        }
        return table.text();
    }

    HandInBook.Box mustBeOwn(EntryId id) throws CommandException {
        HandInBook.Box box = find(id);
        if (box.author().equals(self)) return box;
        throw new CommandException(Code.NOT_POSSIBLE,
                "This box is another's: only its collector sees who handed in." + NOTHING_DONE);
    }
}
