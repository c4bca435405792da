package io.landline.filetransfer.source;

import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore.StoredSource;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Goes through a part of a folder that others may take from. As [SourceWalk], but each folder is opened in the one
/// above it, so that no link leads out of the folder, even if folders are swapped for links meanwhile. As deep as an
/// offer may be. One thread.
final class NoLinkWalk {
    private final Path folder;
    private final List<PathMatcher> excludes;
    private final PrivateFiles privateFiles;
    private final LeftOut leftOut;
    private final GeneratedFiles generated = new GeneratedFiles();
    private final SourceWalk.Found found;
    /// Names from the folder to where the walk is.
    private final List<Path> here = new ArrayList<>();

    /// @param folder which no link may lead out of
    NoLinkWalk(Path folder, List<PathMatcher> excludes, PrivateFiles privateFiles, LeftOut leftOut,
            SourceWalk.Found found) {
        this.folder = folder;
        this.excludes = excludes;
        this.privateFiles = privateFiles;
        this.leftOut = leftOut;
        this.found = found;
    }

    /// Lists a file or folder, and all in it.
    ///
    /// @param item in the folder, or the folder itself
    /// @param name what the item is called in the manifest
    void add(Path item, String name) throws IOException {
        for (Path each : folder.relativize(item)) if (!each.toString().isEmpty()) here.add(each);
        try (NoLinkFolder top = NoLinkFolder.open(folder)) {
            if (here.isEmpty()) {
                walk(top, name);
                return;
            }
            Path last = here.getLast();
            try (NoLinkFolder above = top.at(here.subList(0, here.size() - 1))) {
                BasicFileAttributes what = above.look(last);
                if (what.isSymbolicLink() || privateFiles.leavesOut(item, what)) {
                    throw new IOException(item + " is not shared.");
                } else if (what.isRegularFile()) {
                    if (generated.has(item, what)) throw GeneratedFiles.refused(item);
                    file(item, name, what);
                } else {
                    try (NoLinkFolder inner = above.child(last)) {
                        walk(inner, name);
                    }
                }
            }
        } finally {
            here.clear();
        }
    }

    private void walk(NoLinkFolder open, String path) throws IOException {
        found.folder(path);
        try {
            for (Iterator<Path> names = open.names(); names.hasNext();) visit(open, names.next(), path);
        } catch (DirectoryIteratorException e) {
            leftOut.add(path, Why.UNREADABLE);
        }
    }

    private void visit(NoLinkFolder open, Path name, String above) throws IOException {
        String path = above + "/" + NewOffer.segment(PathText.told(name));
        here.add(name);
        try {
            Path place = open.path().resolve(name);
            if (SourceWalk.isExcluded(excludes, folder.relativize(place))) return;
            BasicFileAttributes what = open.look(name);
            Why why = LeftOutRules.why(place, path, what, privateFiles, generated);
            if (why != null) {
                leftOut.add(path, why);
            } else if (what.isDirectory()) {
                try (NoLinkFolder inner = open.child(name)) {
                    walk(inner, path);
                }
            } else {
                file(place, path, what);
            }
        } catch (FileSystemException e) { // any other exception says that it is too much for one offer
            leftOut.add(path, Why.UNREADABLE);
        } finally {
            here.removeLast();
        }
    }

    private void file(Path place, String path, BasicFileAttributes what) throws IOException {
        StoredSource source = SourceFile.describe(place, path, what);
        found.file(new StoredSource(path, SourcePlace.within(folder, here), source.bytes(), source.modifiedMillis(),
                source.fileKey()), SourceFile.isProgram(place));
    }
}
