package io.landline.node.shelf;

import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.node.room.TypedReference;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Finds the shelf that a person typed (docs/command-line.md, "Shelves"). Owners choose titles, and anybody may give a
/// shelf the id that another's has. So the first digits of its owner's fingerprint may stand before it, with a slash:
/// these come before all titles. Stateless; any thread.
final class TypedShelf {
    /// Digits of an id that people type at least: fewer than of a person, since there are few shelves. A title comes
    /// before so few digits, since `2024` may be one.
    static final int ID_DIGITS_MIN = 4;
    /// Of those that were meant, in a sentence: a person chooses among no more.
    static final int TOLD_MAX = 16;

    private TypedShelf() {}

    /// Those that are meant. None or several are for the caller to tell.
    static List<Shelf> of(String typed, List<Shelf> all) {
        int slash = typed.indexOf('/');
        boolean hasOwner = slash >= Fingerprint.PREFIX_DIGITS_MIN
                && typed.chars().limit(slash).allMatch(HexFormat::isHexDigit);
        if (!hasOwner) return named(typed, all);
        String owner = typed.substring(0, slash).toLowerCase(Locale.ROOT);
        return named(typed.substring(slash + 1),
                all.stream().filter(each -> each.owner().hex().startsWith(owner)).toList());
    }

    /// The same for one that is to be closed: nobody else's stands in the way of an own one.
    static List<Shelf> toClose(String typed, List<Shelf> all) {
        List<Shelf> own = of(typed, all.stream().filter(Shelf::own).toList());
        return own.isEmpty() ? of(typed, all) : own;
    }

    private static List<Shelf> named(String typed, Collection<Shelf> all) {
        List<Shelf> meant = TypedReference.of(typed, all, Shelf::id, Shelf::title);
        if (!meant.isEmpty() || typed.length() < ID_DIGITS_MIN) return meant;
        String digits = typed.toLowerCase(Locale.ROOT);
        return all.stream().filter(each -> each.id().startsWith(digits)).toList();
    }

    /// What to type for each of them, and who owns it.
    static String told(List<Shelf> meant) {
        long owners = meant.stream().map(Shelf::owner).distinct().count();
        boolean isBriefEnough = meant.stream().map(each -> each.owner().brief()).distinct().count() == owners;
        var told = new ArrayList<String>();
        for (Shelf each : meant.subList(0, Math.min(TOLD_MAX, meant.size()))) {
            String owner = isBriefEnough ? each.owner().brief() : each.owner().hex();
            told.add(owner + "/" + each.id() + (each.name().isEmpty() ? "" : " (" + each.name() + ")"));
        }
        return String.join(", ", told) + (meant.size() > TOLD_MAX ? ", …" : "");
    }
}
