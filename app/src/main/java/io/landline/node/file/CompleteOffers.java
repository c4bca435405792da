package io.landline.node.file;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.TransferState;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which offers are complete on this computer, so that they can be offered again. Any thread; reads the database and
/// the disk.
public final class CompleteOffers {
    /// Of an offer that goes on: more are not looked for.
    static final int FILES_MAX = 1_000;

    private final TransferHistory history;

    public CompleteOffers(TransferHistory history) { this.history = history; }

    /// As [#of], with what the offer leaves out of its folders on purpose.
    public FilesToSend again(EntryId offer) {
        return new FilesToSend(of(offer), history.excludes(offer));
    }

    /// The files of an offer, and folders as one; nothing where any of them is not here.
    List<Path> of(EntryId offer) {
        for (Past past : history.ofOffers(List.of(offer), FILES_MAX + 1)) {
            boolean isWhole = past.transfer().direction() == Direction.OUT
                    || past.transfer().state() == TransferState.DONE && past.failures().none() && past.part() == null;
            List<Path> paths = past.paths();
            if (!isWhole || paths.isEmpty() || past.offer().body().files() > FILES_MAX) continue;
            boolean isOwn = past.transfer().direction() == Direction.OUT; // else the user's own links may lead there
            if (paths.stream()
                    .allMatch(each -> Files.isReadable(each)
                            && (isOwn ? isThere(each) : !Files.isSymbolicLink(each)))) {
                return paths;
            }
        }
        return List.of();
    }

    /// Whether something still stands at a place that an offer remembers. Such places were free of links: where one
    /// leads elsewhere now, what is there is nothing that anybody chose to send.
    static boolean isThere(Path path) {
        try {
            return path.toRealPath(LinkOption.NOFOLLOW_LINKS).equals(path.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    /// Why nothing at that place can be offered again; null where it can.
    ///
    /// @param wasFile whether a file stood there, and no folder
    static @Nullable String problem(Path path, boolean wasFile) {
        if (isElsewhere(path)) return path + " is not what you offered: a link leads to another place now.";
        if (!isThere(path)) return "There is no file " + path + ".";
        boolean isFolder = Files.isDirectory(path);
        if (isFolder && wasFile) return path + " is not what you offered: it is a folder now.";
        if (!isFolder && !Files.isRegularFile(path)) {
            return path + " is no plain file but a device, a pipe or a socket.";
        }
        return Files.isReadable(path) ? null : path + " cannot be read.";
    }

    /// Whether a link stands at that place, or above it, also one that leads nowhere.
    static boolean isElsewhere(Path path) {
        return !isThere(path) && (Files.isSymbolicLink(path) || Files.exists(path));
    }
}
