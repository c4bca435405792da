package io.landline.filetransfer.incoming;

import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.Collectors;

/// Files of a transfer that failed which were whole, and still stand where they got their names: where it is taken
/// again they need not come again. What was in a folder was removed with it. Stateless; looks at the disk.
final class StandingFiles {
    private StandingFiles() {}

    /// Their numbers; none where it is taken into another folder now.
    static Set<Long> of(TransferStore store, StoredTransfer over, StoredTransfer again) {
        Path folder = again.acceptance().place();
        if (folder == null || !again.acceptance().folder().equals(over.acceptance().folder())) return Set.of();
        return IncomingTransfer.files(store, over.id())
                .filter(file -> stands(file, folder))
                .map(StoredFile::number)
                .collect(Collectors.toSet());
    }

    /// Whether it is as it was when it got its name, as far as its size and time tell.
    private static boolean stands(StoredFile file, Path folder) {
        String name = file.saved();
        if (!file.complete() || !file.taken().isWanted() || name.isEmpty() || name.indexOf('/') >= 0) return false;
        try {
            BasicFileAttributes found = Files.readAttributes(folder.resolve(name), BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.size() == file.bytes()
                    && found.lastModifiedTime().toMillis() == file.modifiedMillis();
        } catch (IOException | InvalidPathException e) {
            return false; // it comes again
        }
    }
}
