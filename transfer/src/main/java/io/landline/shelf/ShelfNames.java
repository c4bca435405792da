package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.PathText;
import io.landline.filetransfer.source.NoLinkFolder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of one folder of a shelf as others are told them, and back. Most are the text that they are. One in
/// another encoding than the system's is told as [PathText#told], unless another one there is told so: then as
/// [PathText#toldApart]. Looks at the disk for these alone. Confined to one thread, as the folder is.
final class ShelfNames {
    private final NoLinkFolder folder;

    ShelfNames(NoLinkFolder folder) {
        this.folder = folder;
    }

    /// No two names are told alike. Null for one that cannot be written in UTF-8, or where others have what it would be
    /// told as.
    @Nullable
    String told(Path name) {
        if (PathText.isText(name)) {
            String text = name.toString();
            return UTF_8.newEncoder().canEncode(text) ? text : null;
        }
        String told = PathText.told(name);
        if (isFirst(name, told)) return told;
        String apart = PathText.toldApart(name);
        return isFirst(name, apart) ? apart : null;
    }

    /// Whether nothing else that is there is told so and comes before.
    private boolean isFirst(Path name, String told) {
        for (Path each : candidates(told)) {
            if (each.equals(name)) return true;
            boolean isTold = PathText.isText(each) || PathText.told(each).equals(told);
            if (isTold && isThere(each)) return false;
        }
        return true;
    }

    /// The name that others are told so.
    ///
    /// @throws NoSuchFileException where no name in this folder is told so
    Path named(String told) throws NoSuchFileException {
        for (Path each : candidates(told)) if (isThere(each) && told.equals(told(each))) return each;
        throw new NoSuchFileException(told);
    }

    private static List<Path> candidates(String told) {
        var all = new ArrayList<Path>();
        try {
            Path text = Path.of(told);
            if (text.toString().equals(told)) all.add(text);
        } catch (InvalidPathException e) { // this system has no letters for it; a name of bytes may mean it
        }
        all.addAll(PathText.toldAs(told));
        return all;
    }

    private boolean isThere(Path name) {
        try {
            folder.look(name);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
