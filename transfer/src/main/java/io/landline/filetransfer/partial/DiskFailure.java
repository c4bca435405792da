package io.landline.filetransfer.partial;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.ChunkLayout;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Why the downloads folder did not take something, in the words of the protocol. Stateless; any thread.
public final class DiskFailure {
    /// Of a partial file that somebody else wrote to, or put there.
    static final String TOUCHED = "not as it was left";
    /// Java tells a full disk by its text alone, here in English: Linux, macOS, Windows; ENOSPC and EDQUOT.
    private static final List<String> FULL = List.of("no space left", "space on the disk", "quota");
    private static final List<String> TOO_LARGE = List.of("file too large", "file size exceeds");
    private static final List<String> BROKEN = List.of("input/output error", "i/o error");
    /// Words of this package, and of Java of a link where none may be: it puts them behind the system's own, which may
    /// be of another language.
    private static final List<String> REPLACED = List.of("no plain file", "no folder", "symbolic link",
            "nofollow_links", TOUCHED);
    private static final List<String> READ_ONLY = List.of("read-only", "write protected");

    private DiskFailure() {}

    /// Where the text is of another language the disk itself is looked at. What remains is `lost`: it stopped, and may
    /// go on.
    public static FailureReason reason(IOException failure, Path folder) {
        if (says(failure, FULL)) return FailureReason.DISK_FULL;
        if (says(failure, TOO_LARGE)) return FailureReason.FILE_TOO_LARGE;
        if (failure instanceof AccessDeniedException || says(failure, READ_ONLY)) {
            return FailureReason.NO_PERMISSION;
        }
        if (!takesFiles(folder)) return FailureReason.NO_PERMISSION;
        if (isGone(failure)) return FailureReason.PARTIAL_GONE;
        return isFull(folder) ? FailureReason.DISK_FULL : FailureReason.LOST;
    }

    /// Whether the folder is there, and ours to write.
    public static boolean takesFiles(Path folder) {
        return Files.isDirectory(folder) && Files.isWritable(folder);
    }

    /// Whether what was received so far is not where it was, or is something else.
    static boolean isGone(IOException failure) {
        return failure instanceof NoSuchFileException || failure instanceof NotDirectoryException
                || says(failure, REPLACED);
    }

    /// Whether the disk is full or broken, and not only unable to do what was asked.
    static boolean isOfTheDisk(IOException failure) {
        return says(failure, FULL) || says(failure, BROKEN);
    }

    private static boolean says(IOException failure, List<String> words) {
        String what = failure instanceof FileSystemException told ? told.getReason() : failure.getMessage();
        String text = String.valueOf(what).toLowerCase(Locale.ROOT); // without the path: a folder may be called so
        return words.stream().anyMatch(text::contains);
    }

    private static boolean isFull(Path folder) {
        try {
            return DiskSpace.REAL.of(folder).usableBytes() < ChunkLayout.BYTES_MAX;
        } catch (IOException e) {
            return false; // then it is not that
        }
    }
}
