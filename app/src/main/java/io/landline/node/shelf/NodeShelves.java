package io.landline.node.shelf;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.DeadLink;
import io.landline.filetransfer.PrivateFiles;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.event.PeerNames;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.node.port.ShelfCommands;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.peer.BlankText;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import io.landline.room.Spelling;
import io.landline.settings.DefaultProfile;
import io.landline.shelf.SeenShelf;
import io.landline.shelf.ShelfException;
import io.landline.shelf.ShelfFrames;
import io.landline.shelf.ShelfId;
import io.landline.shelf.ShelfItem;
import io.landline.shelf.ShelfPage;
import io.landline.shelf.ShelfRefusal;
import io.landline.shelf.ShelfRules.Asked;
import io.landline.shelf.TakeId;
import io.landline.shelf.WantedItem;
import io.landline.storage.choices.SqliteShelves.Wish;
import io.landline.storage.database.StorageException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Shelves for a window and a command line; [ShelfTaker] accepts what comes of a take. Keeps nothing. Any thread; waits
/// for the disk and for owners of shelves.
public final class NodeShelves implements ShelfCommands {
    private static final String NOTHING_OPENED = " Nothing was opened.";
    private static final String NOTHING_TAKEN = " Nothing was taken.";

    /// How conversations and people are found and called.
    public record Naming(ConversationResolver resolver, ConversationLabels labels, PeerNames names) {}

    private final Fingerprint self;
    private final ShelfParts parts;
    private final Naming naming;
    private final Supplier<PrivateFiles> secret;
    private final InstantSource clock;
    private final Consumer<ConversationId> changed;

    /// @param secret what is never shared, looked at for each question
    /// @param changed told of a room to which a folder was opened, or is not open any more
    public NodeShelves(Fingerprint self, ShelfParts parts, Naming naming, Supplier<PrivateFiles> secret,
            InstantSource clock, Consumer<ConversationId> changed) {
        this.self = self;
        this.parts = parts;
        this.naming = naming;
        this.secret = secret;
        this.clock = clock;
        this.changed = changed;
    }

    @Override
    public Shelf add(String to, Path folder, @Nullable String title) throws CommandException {
        Addressee addressee = naming.resolver().find(to);
        if (!(addressee instanceof Addressee.InRoom(Room room)) || room.open()) {
            throw notOpened(Reason.SHELF_NEEDS_KEY,
                    "A shelf needs a room with a key. A person has none, and in an open room anybody may be anybody.");
        }
        Path real = checked(folder);
        Path last = real.getFileName();
        String name = title != null ? title.strip() : String.valueOf(last);
        if (BlankText.is(name) || !ShelfFrames.Title.fits(name)) {
            throw new CommandException(Code.MALFORMED, Reason.SHELF_TITLE,
                    "A shelf has a title of 1 to " + ShelfFrames.TITLE_BYTES_MAX + " bytes." + NOTHING_OPENED);
        }
        OwnShelves.Added added;
        try {
            added = parts.own.add(new io.landline.shelf.Shelf(ShelfId.random(), room.id(), name, real),
                    clock.instant());
        } catch (StorageException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + NOTHING_OPENED);
        }
        switch (added.outcome()) {
            case OPEN_BEFORE -> {
            }
            case TOO_MANY -> throw notOpened(Reason.SHELF_COUNT,
                    "You have " + ShelfFrames.SHELVES_MAX + " shelves: remove one first.");
            case ROOM_LEFT -> {
                return add(to, folder, title); // which says so
            }
            case OPENED -> {
                parts.shelves.changed();
                changed.accept(ConversationId.of(room.id()));
            }
        }
        return shown(added.shelf());
    }

    private Path checked(Path folder) throws CommandException {
        try {
            Path real = folder.toRealPath();
            ShelfFolderRule.Answer answer = ShelfFolderRule.of(real, home(), secret.get());
            switch (answer) {
                case FINE -> {
                    return real;
                }
                case NO_FOLDER -> throw notOpened(Reason.SHELF_NO_FOLDER, folder + " is no folder.");
                case UNREADABLE -> throw notOpened(Reason.SHELF_NOT_READABLE,
                        folder + " may not be read: permission denied.");
                case TOO_MUCH -> throw notOpened(Reason.SHELF_TOO_MUCH, folder
                        + " is your home folder, or holds it, or is a whole disk. Open a folder in it.");
                case PROFILE -> throw notOpened(Reason.SHELF_PROFILE,
                        folder + " belongs to a profile of Landline. Its keys and its history are never shared.");
            }
            throw new AssertionError(answer);
        } catch (IOException e) {
            String why = e instanceof NoSuchFileException && DeadLink.at(folder) == null
                    ? "There is no folder " + folder + "."
                    : ConversationWriter.sentence(folder, e);
            throw new CommandException(Code.NO_FILE, Reason.SHELF_NO_FOLDER, why + NOTHING_OPENED);
        }
    }

    private static @Nullable Path home() {
        Path home = DefaultProfile.home();
        if (home == null) return null;
        try {
            return home.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    private static CommandException notOpened(Reason reason, String why) {
        return new CommandException(Code.NOT_POSSIBLE, reason, why + NOTHING_OPENED);
    }

    @Override
    public void remove(String text) throws CommandException {
        List<Shelf> all = shelves();
        Shelf shelf = one(text, TypedShelf.toClose(text, all), all);
        if (!shelf.own()) {
            throw new CommandException(Code.NOT_POSSIBLE,
                    "This shelf is another's: only its owner removes it. Nothing was done.");
        }
        var id = new ShelfId(shelf.id());
        List<io.landline.shelf.Shelf> before = parts.own.open();
        DatabaseAccess.run(() -> parts.own.remove(id));
        parts.shelves.changed();
        for (io.landline.shelf.Shelf each : before) {
            if (each.id().equals(id)) changed.accept(ConversationId.of(each.room()));
        }
    }

    @Override
    public List<Shelf> shelves() throws CommandException {
        return DatabaseAccess.of(() -> {
            var all = new ArrayList<Shelf>();
            for (io.landline.shelf.Shelf each : parts.own.open()) all.add(shown(each));
            for (SeenShelf each : parts.shelves.seen()) all.add(shown(each));
            return all;
        });
    }

    private Shelf shown(io.landline.shelf.Shelf own) {
        return new Shelf(own.id().hex(), naming.labels().label(ConversationId.of(own.room())), self, "", own.title(),
                own.folder());
    }

    private Shelf shown(SeenShelf seen) {
        return new Shelf(seen.id().hex(), naming.labels().label(ConversationId.of(seen.room())), seen.owner(),
                naming.names().name(seen.owner()), seen.title(), null);
    }

    @Override
    public Shelf find(String text) throws CommandException {
        List<Shelf> all = shelves();
        return one(text, TypedShelf.of(text, all), all);
    }

    private static Shelf one(String text, List<Shelf> meant, List<Shelf> all) throws CommandException {
        if (meant.size() == 1) return meant.getFirst();
        if (meant.isEmpty()) throw mistyped(text, all);
        throw new CommandException(Code.AMBIGUOUS, "There are several shelves called " + text + ": "
                + TypedShelf.told(meant) + ". Nothing was done.");
    }

    /// Says which title may be meant, where one is a letter off.
    private static CommandException mistyped(String text, List<Shelf> all) {
        var titles = new LinkedHashMap<String, String>();
        all.forEach(each -> titles.putIfAbsent(each.title().toLowerCase(Locale.ROOT), each.title()));
        return Spelling.nearest(text.toLowerCase(Locale.ROOT), titles.keySet(), 1)
                .map(titles::get)
                .map(meant -> new CommandException(Code.NO_SHELF,
                        "No shelf " + text + " is open to you now. Did you mean " + meant + "?"))
                .orElseGet(() -> gone(text));
    }

    private static CommandException gone(String text) {
        return new CommandException(Code.NO_SHELF, "No shelf " + text
                + " is open to you now: it was removed, or its owner is away. landline shelf list shows those that"
                + " are.");
    }

    /// @param unchanged what is said of a shelf of this user: that nothing was taken, where something was to be taken
    private SeenShelf seen(Shelf shelf, String unchanged) throws CommandException {
        if (shelf.own()) {
            throw new CommandException(Code.NOT_POSSIBLE, "This shelf is yours: you have its files." + unchanged);
        }
        for (SeenShelf each : parts.shelves.seen()) {
            if (each.id().hex().equals(shelf.id()) && each.owner().equals(shelf.owner())) return each;
        }
        throw gone(shelf.title());
    }

    @Override
    public ShelfPage list(Shelf shelf, List<String> path, @Nullable String after) throws CommandException {
        SeenShelf seen = seen(shelf, "");
        return await(shelf, () -> parts.shelves.list(seen, path, after));
    }

    @Override
    public WantedItem look(Shelf shelf, List<String> path) throws CommandException {
        if (path.isEmpty()) return new WantedItem(path, true, 0, 0);
        SeenShelf seen = seen(shelf, "");
        ShelfPage page = await(shelf,
                () -> parts.shelves.look(seen, path.subList(0, path.size() - 1), path.getLast()));
        if (page.items().isEmpty()) throw refused(shelf, ShelfRefusal.CHANGED);
        ShelfItem item = page.items().getFirst();
        return ShelfCommands.wanted(path, item);
    }

    private static <T> T await(Shelf shelf, Supplier<CompletableFuture<T>> question) throws CommandException {
        try {
            return new ShelfPatience(() -> Duration.ofNanos(System.nanoTime())).await(question);
        } catch (ShelfException e) {
            throw refused(shelf, e.why());
        }
    }

    private static CommandException refused(Shelf shelf, ShelfRefusal why) {
        return switch (why) {
            case GONE -> gone(shelf.title());
            case CHANGED -> new CommandException(Code.NO_FILE, Reason.SHELF_CHANGED,
                    "That is not on the shelf, or not any more: look again.");
            case UNREADABLE -> new CommandException(Code.NOT_POSSIBLE, Reason.SHELF_OWNER_CANNOT_READ,
                    "The owner's computer cannot read this folder now.");
            case BUSY -> new CommandException(Code.NOT_POSSIBLE, Reason.SHELF_BUSY,
                    "The owner's computer has too much to do: try again.");
            case TOO_MUCH -> new CommandException(Code.NOT_POSSIBLE, Reason.SHELF_TAKEN_ENOUGH,
                    "You have taken as much as is allowed for now: wait until it has arrived, or until tomorrow.");
            case ENDED, NO_ANSWER -> new CommandException(Code.NO_SHELF, Reason.SHELF_NO_ANSWER,
                    "The owner of this shelf does not answer.");
        };
    }

    @Override
    public String take(Shelf shelf, List<WantedItem> items, List<String> only) throws CommandException {
        SeenShelf seen = seen(shelf, NOTHING_TAKEN);
        var take = TakeId.random();
        int bytes = new ShelfFrames.TakeAsked(take, seen.id(), items).toFrame().body().length;
        if (items.isEmpty() || items.size() > WantedItem.COUNT_MAX || bytes > ShelfFrames.BODY_BYTES_MAX) {
            throw new CommandException(Code.NOT_POSSIBLE, Reason.SHELF_TAKE_COUNT, "At most " + WantedItem.COUNT_MAX
                    + " files and folders can be taken at once: take their folder." + NOTHING_TAKEN);
        }
        try {
            Choice.of(only);
            parts.store.ask(take, new Wish(seen.owner(), Asked.of(items), only), clock.instant());
        } catch (PatternSyntaxException e) {
            throw new CommandException(Code.MALFORMED,
                    "This is no pattern of names: " + e.getPattern() + "." + NOTHING_TAKEN);
        } catch (IllegalArgumentException e) {
            throw new CommandException(Code.MALFORMED, e.getMessage() + "." + NOTHING_TAKEN);
        } catch (StorageException e) {
            throw new CommandException(Code.STORAGE, e.getMessage() + NOTHING_TAKEN);
        }
        parts.shelves.take(seen, take, items)
                .whenComplete((EntryId _, @Nullable Throwable failure) -> {
                    if (failure != null) parts.taker.refused(take, seen.owner(), ShelfPatience.why(failure));
                });
        return take.hex();
    }
}
