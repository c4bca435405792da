package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonPrimitive;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.filetransfer.source.NoLinkFolder;
import io.landline.peer.NaturalOrder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// The folder of a shelf, as members may see it. Each name is opened in the folder above it, and no link is followed.
/// Names with a dot at the front, links, specials, what cannot be read, and profiles of Landline are as if they were
/// not there. Keeps nothing open. Any thread; waits for the disk.
final class ShelfFolder {
    /// Names that are looked at for one page; what the disk lists behind them is not shown.
    static final int NAMES_LOOKED_AT_MAX = 1_000_000;
    /// An item beside its name, in JSON: its size, its time, and the words for them.
    private static final int ITEM_BYTES = 80;

    private final Path folder;
    private final PrivateFiles privateFiles;

    ShelfFolder(Path folder, PrivateFiles privateFiles) {
        this.folder = folder;
        this.privateFiles = privateFiles;
    }

    /// The next page. Reads all names of the folder, keeps those of one page, and looks at these.
    ShelfPage page(List<String> path, @Nullable String after) throws IOException, ShelfException {
        try (NoLinkFolder top = open()) {
            if (path.isEmpty()) return page(top, after);
            try (NoLinkFolder open = descend(top, path)) {
                return page(open, after);
            } catch (IOException e) {
                throw new ShelfException(ShelfRefusal.CHANGED);
            }
        }
    }

    /// A page of what bears this name: one item, or none.
    ShelfPage one(List<String> path, String name) throws ShelfException {
        try (NoLinkFolder top = open(); NoLinkFolder above = descend(top, path)) {
            ShelfItem item = look(above, name);
            return new ShelfPage(item == null ? List.of() : List.of(item), null);
        } catch (IOException e) {
            throw new ShelfException(ShelfRefusal.CHANGED);
        }
    }

    private NoLinkFolder open() throws ShelfException {
        try {
            NoLinkFolder open = NoLinkFolder.open(folder);
            var attributes = Files.readAttributes(folder, BasicFileAttributes.class);
            if (privateFiles.owner(folder, attributes) == null) return open;
            open.close();
        } catch (IOException e) {
            throw new ShelfException(ShelfRefusal.UNREADABLE);
        }
        throw new ShelfException(ShelfRefusal.UNREADABLE);
    }

    /// Opens a folder below one that is open, one name after the other. Each is one that a listing of the folder above
    /// it would show. What was open stays so.
    private NoLinkFolder descend(NoLinkFolder from, List<String> path) throws ShelfException {
        try {
            if (path.isEmpty()) return from.at(List.of());
            String name = path.getFirst();
            if (look(from, name) == null) throw new ShelfException(ShelfRefusal.CHANGED);
            try (NoLinkFolder inner = from.child(new ShelfNames(from).named(name))) {
                return descend(inner, path.subList(1, path.size()));
            }
        } catch (IOException e) {
            throw new ShelfException(ShelfRefusal.CHANGED);
        }
    }

    private ShelfPage page(NoLinkFolder open, @Nullable String after) throws IOException {
        var names = new PriorityQueue<String>((a, b) -> NaturalOrder.compare(b, a)); // the last one goes first
        var told = new ShelfNames(open);
        boolean isMore = false;
        int looked = 0;
        try {
            for (Iterator<Path> all = open.names(); all.hasNext() && looked < NAMES_LOOKED_AT_MAX; looked++) {
                String name = told.told(all.next());
                if (name == null || !isShown(name) || after != null && NaturalOrder.compare(name, after) <= 0) continue;
                names.add(name);
                if (names.size() <= ShelfPage.NAMES_MAX) continue;
                names.remove();
                isMore = true;
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        List<String> inOrder = new ArrayList<>(names);
        inOrder.sort(NaturalOrder::compare);
        var items = new ArrayList<ShelfItem>();
        int bytes = 0;
        String last = null;
        for (String name : inOrder) {
            bytes += new JsonPrimitive(name).toString().getBytes(UTF_8).length + ITEM_BYTES;
            if (bytes > ShelfFrames.BODY_BYTES_MAX) return new ShelfPage(items, last);
            last = name;
            ShelfItem item = look(open, name);
            if (item != null) items.add(item);
        }
        return new ShelfPage(items, isMore ? last : null);
    }

    private static boolean isShown(String name) {
        return ShelfPath.isShown(name) && !PartialName.isPartial(name);
    }

    /// Null for what is not shown, or not there any more.
    private @Nullable ShelfItem look(NoLinkFolder open, String name) {
        if (!isShown(name)) return null;
        try {
            Path named = new ShelfNames(open).named(name);
            BasicFileAttributes found = open.look(named);
            Path here = open.path().resolve(named);
            if (privateFiles.leavesOut(here, found)) return null;
            if (found.isDirectory()) return ShelfItem.ofFolder(name);
            if (!found.isRegularFile() || found.size() > OfferBody.BYTES_MAX || !Files.isReadable(here)) return null;
            return new ShelfItem(name, false, found.size(), modifiedMillis(found));
        } catch (IOException e) {
            return null;
        }
    }

    private static long modifiedMillis(BasicFileAttributes of) {
        return Math.clamp(of.lastModifiedTime().toMillis(), 0, ManifestPage.MODIFIED_MILLIS_MAX);
    }

    /// Where the wanted items are on the disk. Refused where one is not what was listed any more.
    List<Path> wanted(List<WantedItem> items) throws ShelfException {
        var paths = new ArrayList<Path>();
        try (NoLinkFolder top = open()) {
            for (WantedItem each : items) {
                paths.add(same(top, each));
            }
        } catch (IOException e) {
            throw new ShelfException(ShelfRefusal.CHANGED);
        }
        return paths;
    }

    private Path same(NoLinkFolder top, WantedItem wanted) throws IOException, ShelfException {
        List<String> path = wanted.path();
        if (path.isEmpty() && wanted.folder()) return folder;
        if (path.isEmpty()) throw new ShelfException(ShelfRefusal.CHANGED);
        String name = path.getLast();
        try (NoLinkFolder above = descend(top, path.subList(0, path.size() - 1))) {
            var asListed = new ShelfItem(name, wanted.folder(), wanted.bytes(), wanted.modifiedMillis());
            if (!asListed.equals(look(above, name))) throw new ShelfException(ShelfRefusal.CHANGED);
            return above.path().resolve(new ShelfNames(above).named(name));
        }
    }
}
