package io.landline.filetransfer.partial;

import io.landline.filetransfer.manifest.SafePath;
import io.landline.filetransfer.partial.DownloadFolder.Mark;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The folders in a hidden folder, opened one below the other as places ask for them. A place is names with `/`
/// between, each of them safe. The folders that lead to the last place stay open, since the next one is mostly beside
/// it. Confined to one thread.
final class FolderTree implements Closeable {
    /// Behind the hidden folder's name: a folder that is about to be moved into it.
    static final String MAKER = "-new";

    private final OpenFolder downloads;
    private final OpenFolder hidden;
    private final String maker;
    private final List<String> names = new ArrayList<>();
    private final List<OpenFolder> open = new ArrayList<>();
    /// The place of `open`; empty while none is sure.
    private String folder = "";
    /// Was found safe: each step of a file asks again.
    private String checked = "";

    /// @param hidden name of the hidden folder, which is there
    FolderTree(DownloadFolder folder, String hidden) throws IOException {
        downloads = OpenFolder.at(folder.path());
        maker = hidden + MAKER;
        OpenFolder inside;
        try {
            inside = downloads.child(hidden);
        } catch (IOException e) {
            downloads.close();
            throw e;
        }
        this.hidden = inside;
    }

    OpenFolder downloads() {
        return downloads;
    }

    OpenFolder hidden() {
        return hidden;
    }

    /// Makes the folders of this place that are missing.
    void makeFolder(String place) throws IOException {
        if (place.equals(folder)) return;
        folder = "";
        List<String> wanted = Arrays.asList(place.split("/"));
        int same = 0;
        while (same < Math.min(names.size(), wanted.size()) && names.get(same).equals(wanted.get(same))) same++;
        while (names.size() > same) {
            names.removeLast();
            open.removeLast().close();
        }
        for (String name : wanted.subList(same, wanted.size())) {
            open.add(childOf(last(), name));
            names.add(name);
        }
        folder = place;
    }

    private OpenFolder last() {
        return open.isEmpty() ? hidden : open.getLast();
    }

    private OpenFolder childOf(OpenFolder parent, String name) throws IOException {
        check(name);
        try {
            return parent.child(name);
        } catch (IOException e) {
            if (!DiskFailure.isGone(e)) throw e;
            if (parent.holds(name)) putAside(parent, name);
            make(parent, name);
            return parent.child(name);
        }
    }

    /// Java can make a folder by its path alone, and what leads there may be swapped for a link. So it is made in the
    /// downloads folder, and moved by handles.
    void make(OpenFolder parent, String name) throws IOException {
        try {
            downloads.makeByPath(maker);
        } catch (FileAlreadyExistsException e) {
            if (!downloads.isFolder(maker)) throw e; // else an earlier run was killed here
        }
        try {
            downloads.move(maker, parent, name);
        } catch (FileSystemException e) {
            downloads.deleteEmptyFolder(maker);
            if (!parent.holds(name)) throw e; // else it is there after all; by handles no type of its own tells that
        }
    }

    private String enter(String place) throws IOException {
        int slash = place.lastIndexOf('/');
        if (slash < 0) throw new IllegalArgumentException("a file in no folder");
        makeFolder(place.substring(0, slash));
        String name = place.substring(slash + 1);
        check(name);
        return name;
    }

    private void check(String name) {
        if (name.equals(checked)) return;
        if (!SafePath.name(name).equals(name)) throw new IllegalArgumentException("not a name that is safe everywhere");
        checked = name;
    }

    /// Somebody put it where one of our folders or files is to be: it stays, under another name in the downloads
    /// folder. In the hidden one it could have the name of a file that comes later.
    private void putAside(OpenFolder parent, String name) throws IOException {
        boolean isFolder = parent.isFolder(name);
        String shown = SafePath.topName(name);
        for (int n = 2; n <= DownloadFolder.NUMBER_MAX; n++) {
            String free = isFolder ? SafePath.numberedFolder(shown, n) : SafePath.numbered(shown, n);
            if (parent.moveToFree(name, downloads, free)) return;
        }
        throw new FileAlreadyExistsException(name);
    }

    /// Frees the place of a file. A plain file there was left by an earlier run, and goes; what else bears the name is
    /// somebody's.
    private void clear(OpenFolder parent, String name) throws IOException {
        if (parent.isPlainFile(name)) {
            parent.deleteFile(name);
        } else {
            putAside(parent, name);
        }
    }

    /// Makes a file.
    FileChannel create(String place) throws IOException {
        String name = enter(place);
        try {
            return last().create(name);
        } catch (FileAlreadyExistsException e) {
            clear(last(), name);
            return last().create(name);
        }
    }

    FileChannel open(String place) throws IOException {
        return at(place).open(nameOf(place));
    }

    Mark markOf(String place) throws IOException {
        Mark mark = at(place).markOf(nameOf(place));
        return new Mark(place, mark.fileKey(), mark.bytes(), mark.modified());
    }

    private OpenFolder at(String place) throws IOException {
        enter(place);
        return last();
    }

    private static String nameOf(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /// Removes a file, if it is there.
    void delete(String place) throws IOException {
        try {
            clear(at(place), nameOf(place));
        } catch (NoSuchFileException e) {
            // it never came, or an earlier run was ended behind this
            System.getLogger(FolderTree.class.getName()).log(System.Logger.Level.DEBUG, "no partial file", e);
        }
    }

    /// A file is whole: it gets its time, and the mark of a program where it is one. Whether it has that very time now:
    /// some disks keep no time, or a coarser one.
    boolean finish(String place, long modifiedMillis, boolean runs) throws IOException {
        OpenFolder folder = at(place);
        if (runs) folder.letRun(nameOf(place));
        try {
            folder.setModified(nameOf(place), modifiedMillis);
            return folder.markOf(nameOf(place)).modified().toMillis() == modifiedMillis;
        } catch (IOException e) {
            // the content is what counts
            System.getLogger(FolderTree.class.getName())
                    .log(System.Logger.Level.DEBUG, "the time of a received file could not be set", e);
            return false;
        }
    }

    /// Closes all but the hidden folder itself: what is moved must not be open on Windows.
    void leaveAll() throws IOException {
        folder = "";
        names.clear();
        while (!open.isEmpty()) open.removeLast().close();
    }

    @Override
    public void close() throws IOException {
        try {
            leaveAll();
        } finally {
            hidden.close();
            downloads.close();
        }
    }
}
