package io.landline.filetransfer.manifest;

import io.landline.filetransfer.OfferListing;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.NaturalOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Reads what stands in one folder of an offer from the pages of its manifest, each once: memory depends on that folder
/// alone. Names are the safe ones that the files would get. Stateless.
public final class ListingReader {
    private ListingReader() {}

    /// @param pages the pages of a whole manifest by their numbers, null behind the last
    /// @param folder its safe names from the top; none for the top itself
    public static OfferListing read(IntFunction<byte @Nullable []> pages, List<String> folder)
            throws MalformedFrameException {
        var found = new LinkedHashMap<String, Item>();
        long further = 0;
        byte[] page;
        for (int n = 0; (page = pages.apply(n)) != null && page.length > 0; n++) {
            ManifestPage read = ManifestPage.received(page);
            for (ManifestPage.Listed each : read.listed()) further += add(each, folder, found);
            if (read.isLast()) break;
        }
        var items = new ArrayList<>(found.values());
        items.sort(
                Comparator.comparing((Item item) -> !item.folder()).thenComparing(Item::name, NaturalOrder::compare));
        return new OfferListing(items, further);
    }

    /// The files for which there was no room.
    private static long add(ManifestPage.Listed each, List<String> folder, Map<String, Item> found)
            throws MalformedFrameException {
        List<String> names = SafePath.names(each.path());
        if (names.size() <= folder.size() || !names.subList(0, folder.size()).equals(folder)) return 0;
        String name = names.get(folder.size());
        boolean inside = names.size() > folder.size() + 1;
        long files = each instanceof ListedFile ? 1 : 0;
        long bytes = each instanceof ListedFile file ? file.bytes() : 0;
        Item known = found.get(name);
        if (known == null && found.size() >= OfferListing.ITEMS_MAX) return files;
        boolean isFolder = inside || files == 0 || known != null && known.folder();
        found.put(name, known == null
                ? new Item(name, isFolder, files, bytes)
                : new Item(name, isFolder, known.files() + files, known.bytes() + bytes));
        return 0;
    }
}
