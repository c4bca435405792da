package io.landline.filetransfer.manifest;

import io.landline.frame.MalformedFrameException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Which names the folders and files of an offer get on our disk. Each is the safe form of what the author wrote. Where
/// that is taken, by another entry or by one that differs only in a way that this disk does not tell, a number follows:
/// nothing is dropped, merged or written over. The same manifest gives the same names again. One thread.
public final class NamePlan {
    /// Entries of one name in one folder; more are no honest offer.
    static final int NAMESAKES_MAX = 100;
    /// Folders of one offer that get a number; more are no honest offer.
    static final int NUMBERED_FOLDERS_MAX = 10_000;

    private final boolean tellsCase;
    private final long foldersMax;
    private final HashedTextSet keys;
    private final Consumer<String> newTop;
    /// Where folders are that got a number, by their paths in the manifest.
    private final Map<String, String> numbered = new HashMap<>();
    private long folders;
    private String lastPath = "";
    private String lastPlace = "";

    /// @param tellsCase whether the disk tells `A` from `a`
    /// @param newTop told the name of each top folder, once
    public NamePlan(boolean tellsCase, long files, long folders, Consumer<String> newTop) {
        this.tellsCase = tellsCase;
        foldersMax = folders;
        this.newTop = newTop;
        keys = new HashedTextSet(files + 2 * folders);
    }

    /// Where a folder of the manifest stands, as names with `/` between.
    public String folder(String path) throws MalformedFrameException {
        return folderOf(String.join("/", SafePath.segments(path)));
    }

    /// Where a file of the manifest stands; it must be in a folder.
    public String file(String path) throws MalformedFrameException {
        String clean = String.join("/", SafePath.segments(path));
        int slash = clean.lastIndexOf('/');
        if (slash < 0) throw new IllegalArgumentException("a file in no folder");
        return free(folderOf(clean.substring(0, slash)), clean.substring(slash + 1), false);
    }

    private String folderOf(String path) throws MalformedFrameException {
        if (path.equals(lastPath)) return lastPlace;
        int slash = path.lastIndexOf('/');
        String parent = slash < 0 ? "" : folderOf(path.substring(0, slash));
        String name = path.substring(slash + 1);
        String place = keys.add("folder " + path) ? newFolder(path, parent, name) : numbered.get(path);
        if (place == null) place = parent + safe(parent, name);
        lastPath = path;
        lastPlace = place + "/";
        return lastPlace;
    }

    private String newFolder(String path, String parent, String name) throws MalformedFrameException {
        if (++folders > foldersMax) throw new MalformedFrameException("more folders than offered");
        String place = free(parent, name, true);
        if (!place.equals(parent + safe(parent, name))) {
            if (numbered.size() == NUMBERED_FOLDERS_MAX) throw new MalformedFrameException("too many folders alike");
            numbered.put(path, place);
        }
        if (parent.isEmpty()) newTop.accept(place);
        return place;
    }

    private static String safe(String parent, String name) {
        return parent.isEmpty() ? SafePath.topName(name) : SafePath.name(name);
    }

    private String free(String parent, String name, boolean isFolder) throws MalformedFrameException {
        String safe = safe(parent, name);
        for (int n = 1; n <= NAMESAKES_MAX; n++) {
            String place = parent + (isFolder ? SafePath.numberedFolder(safe, n) : SafePath.numbered(safe, n));
            if (keys.add("name " + (tellsCase ? place : SafePath.sameOnSomeDisks(place)))) return place;
        }
        throw new MalformedFrameException("more than " + NAMESAKES_MAX + " entries of one name");
    }
}
