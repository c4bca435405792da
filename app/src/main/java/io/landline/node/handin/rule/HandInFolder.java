package io.landline.node.handin.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.manifest.SafePath;
import io.landline.peer.Fingerprint;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Where a hand-in goes: `BOX/NAME~DIGITS/TIME/` in the downloads folder. Two people of one name never share a folder,
/// and somebody with another name stays in theirs. Names of others pass through [SafePath]; no link is followed. Any
/// thread; waits for the disk.
public final class HandInFolder {
    /// Digits of the fingerprint, as people read it.
    public static final int DIGITS = Fingerprint.PREFIX_DIGITS_MIN;
    /// Where somebody else of the room has a fingerprint that begins alike: nobody makes two that share these.
    public static final int DIGITS_MORE = 32;
    /// Of a name, in UTF-8 bytes, so that the digits fit behind it.
    public static final int NAME_BYTES_MAX = 200;
    /// Folders of one name beside each other.
    public static final int ALIKE_MAX = 1_000;
    /// Windows has no colons in names.
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private static final System.Logger LOG = System.getLogger(HandInFolder.class.getName());

    private HandInFolder() {}

    /// What tells the folder of this person from all others.
    ///
    /// @param others people who may hand in too, or have done so; the person may be among them
    static String digits(Fingerprint person, Collection<Fingerprint> others) {
        String start = person.hex().substring(0, DIGITS);
        boolean isShared = others.stream().anyMatch(each -> !each.equals(person) && each.hex().startsWith(start));
        return isShared ? person.hex().substring(0, DIGITS_MORE) : start;
    }

    /// Makes the folder of one hand-in, which is empty and nobody else's.
    ///
    /// @param name the person's: somebody's text
    /// @param others as in [#digits]
    public static Path make(Path downloads, String title, String name, Fingerprint person,
            Collection<Fingerprint> others, Instant at, ZoneId zone) throws IOException {
        Files.createDirectories(downloads);
        Path box = folder(downloads.toRealPath(), SafePath.topName(cut(title)));
        String digits = digits(person, others);
        return fresh(ofPerson(box, name, digits), TIME.format(at.atZone(zone)));
    }

    /// Removes the folder of a hand-in, and those around it, as far as they are empty. Nothing where a person took the
    /// hand-in into another folder.
    public static void removeEmpty(Path folder, Fingerprint person) {
        Path ofPerson = folder.getParent();
        String digits = "~" + person.hex().substring(0, DIGITS);
        if (ofPerson == null || ofPerson.getParent() == null) return;
        if (!String.valueOf(ofPerson.getFileName()).contains(digits)) return;
        try {
            for (Path each : List.of(folder, ofPerson, ofPerson.getParent())) Files.deleteIfExists(each);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "something is in a folder of hand-ins, which stays", e);
        }
    }

    /// The folder that ends in these digits, whatever the person was called then; else a new one.
    private static Path ofPerson(Path box, String name, String digits) throws IOException {
        String end = "~" + digits;
        try (var there = Files.newDirectoryStream(box)) {
            for (Path each : there) if (each.toString().endsWith(end) && isFolder(each)) return each;
        }
        return folder(box, SafePath.topName(cut(name) + end));
    }

    /// A folder of this name; with a number where something else bears it.
    private static Path folder(Path in, String name) throws IOException {
        for (int n = 1; n <= ALIKE_MAX; n++) {
            Path folder = in.resolve(SafePath.numberedFolder(name, n));
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return Files.createDirectory(folder);
            if (isFolder(folder)) return folder;
        }
        throw new FileAlreadyExistsException(in.resolve(name).toString());
    }

    private static Path fresh(Path in, String name) throws IOException {
        for (int n = 1; n <= ALIKE_MAX; n++) {
            try {
                return Files.createDirectory(in.resolve(SafePath.numberedFolder(name, n)));
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        throw new FileAlreadyExistsException(in.resolve(name).toString());
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String cut(String text) {
        var kept = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(UTF_8).length;
            if (bytes > NAME_BYTES_MAX) break;
            kept.appendCodePoint(c);
        }
        return kept.toString();
    }
}
