package io.landline.node;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Rooms;
import io.landline.node.port.Subscription;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.RoomTrials;
import io.landline.node.room.WordsDecisions;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.peer.TypedNames;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Joins and leaves rooms, and tells the network of it. Any thread; stretches keys, which takes 0.3 s.
final class NodeRooms implements Rooms {
    private final OwnRooms rooms;
    private final ConversationResolver resolver;
    private final MemberRecords members;
    private final WordsDecisions words;
    private final Supplier<Map<ConversationId, String>> names;
    private final Runnable changed;
    private final Consumer<Room> joined;
    private final RoomTrials trials;
    private final RoomTrials.Network network;
    private final SecureRandom random = new SecureRandom();

    /// @param names of rooms, the user's own
    /// @param changed the rooms are others from now on
    /// @param joined called for each room that somebody joins, also again
    /// @param tryRooms lists these rooms to peers that list their names
    NodeRooms(OwnRooms rooms, ConversationResolver resolver, MemberRecords members, Runnable changed,
            WordsDecisions words, Supplier<Map<ConversationId, String>> names, Consumer<Room> joined, RoomTrials trials,
            Consumer<List<Room>> tryRooms) {
        this.rooms = rooms;
        this.resolver = resolver;
        this.members = members;
        this.words = words;
        this.names = names;
        this.changed = changed;
        this.joined = joined;
        this.trials = trials;
        network = new RoomTrials.Network() {
            @Override
            public void tryRooms(List<Room> tried) {
                tryRooms.accept(tried);
            }

            @Override
            public void roomsChanged() {
                changed.run();
            }
        };
    }

    @Override
    public List<OwnRoom> rooms() {
        Map<ConversationId, String> ownNames = names.get();
        return rooms.all().stream().map(room -> own(room, ownNames)).toList();
    }

    private OwnRoom own(Room room) {
        return own(room, names.get());
    }

    private OwnRoom own(Room room, Map<ConversationId, String> names) {
        RoomKey words = room.words();
        return new OwnRoom(rooms.conversation(room), rooms.label(room), room.name().value(), room.open(),
                rooms.isConfirmed(room), words == null ? null : words.words(),
                !room.open() && !room.generatedStrength(), rooms.isDoubtful(room),
                names.get(ConversationId.of(room.id())));
    }

    @Override
    public Map<Fingerprint, Admitted> admitted(String key) throws CommandException {
        return members.admitted(resolver.room(key));
    }

    @Override
    public List<OfferedWords> offeredWords() {
        return words.offers();
    }

    @Override
    public OwnRoom changeWords(String key, @Nullable String text, Set<Fingerprint> chosen) throws CommandException {
        if (text != null && !RoomKey.fits(text)) throw new CommandException(Code.MALFORMED, OwnRooms.KEY_RULE);
        Room next = words.change(resolver.room(key), text == null ? RoomKey.generate(random) : RoomKey.of(text),
                chosen);
        joined.accept(next);
        return own(next);
    }

    @Override
    public Receivers wordsGoTo(String key, Set<Fingerprint> without) throws CommandException {
        return members.wordsGoTo(resolver.room(key), without);
    }

    @Override
    public OwnRoom takeWords(String change) throws CommandException {
        return own(words.take(id(change)));
    }

    @Override
    public void declineWords(String change) throws CommandException {
        words.decline(id(change));
    }

    private static RoomId id(String change) throws CommandException {
        try {
            return RoomId.of(HexFormat.of().parseHex(change));
        } catch (IllegalArgumentException e) {
            throw new CommandException(Code.MALFORMED, "There is no change of that name. Nothing was changed.");
        }
    }

    @Override
    public Map<Fingerprint, String> lackingWords(String key) throws CommandException {
        return words.lacking(resolver.room(key));
    }

    @Override
    public String suggestKey() {
        return RoomKey.generate(random).words();
    }

    @Override
    public OwnRoom join(String name, @Nullable String words) throws CommandException {
        return enter(room(name, words), Origin.JOINED_BY_WORDS);
    }

    @Override
    public OwnRoom create(String name, String words) throws CommandException {
        return enter(room(name, words), Origin.MADE_HERE);
    }

    private Room room(String name, @Nullable String words) throws CommandException {
        String bare = TypedNames.room(name);
        if (!RoomName.mayBeChosen(bare)) {
            throw new CommandException(Code.MALFORMED, OwnRooms.NAME_RULE);
        }
        return rooms.room(new RoomName(bare), words);
    }

    /// The words before are no way back into a room that goes on with others.
    private void checkNotRetired(Room room) throws CommandException {
        if (!rooms.isRetired(room.id())) return;
        throw new CommandException(Code.NOT_POSSIBLE, "This room goes on with other words. Nothing was changed.");
    }

    private OwnRoom enter(Room room, Origin origin) throws CommandException {
        checkNotRetired(room);
        if (rooms.add(room, origin, true)) changed.run();
        joined.accept(room);
        return own(room);
    }

    @Override
    public Subscription tryToJoin(String name, String words, @Nullable String insteadOf, TrialWatcher watcher)
            throws CommandException {
        Room room = room(name, words);
        checkNotRetired(room);
        Room before = insteadOf == null ? null : resolver.room(insteadOf);
        if (rooms.byId(room.id()) != null) {
            watcher.ended(new TrialResult.Joined(own(room)));
            return () -> {};
        }
        return trials.start(room, before, watcher, network, this::ownAfterTrial);
    }

    private OwnRoom ownAfterTrial(Room room) {
        joined.accept(room);
        return own(room);
    }

    /// @param words brings back what others were to get or offered
    private record Gone(String label, OwnRooms.Left left, Runnable words) {}

    @Override
    public WayBack leave(String key) throws CommandException {
        Gone gone = words.undisturbed(() -> {
            Room room = resolver.room(key);
            Runnable back = words.left(room);
            return new Gone(rooms.label(room), rooms.remove(room), back);
        });
        OwnRooms.Left left = gone.left();
        changed.run();
        return new WayBack() {
            @Override
            public String label() {
                return gone.label();
            }

            @Override
            public boolean open() {
                return left.room().open();
            }

            @Override
            public OwnRoom take() {
                words.undisturbed(() -> {
                    rooms.restore(left);
                    gone.words().run();
                    return left;
                });
                changed.run();
                joined.accept(left.room());
                return own(left.room());
            }
        };
    }
}
