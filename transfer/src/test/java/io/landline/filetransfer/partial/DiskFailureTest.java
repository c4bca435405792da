package io.landline.filetransfer.partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the JDK says of a link where none may be: the system's words, in the system's language, and its own behind.
class DiskFailureTest {
    @Test
    void aLinkIsFoundInASystemOfAnyLanguage() {
        for (String system : new String[]{"Too many levels of symbolic links", "Zu viele Ebenen aus Verweisen"}) {
            assertTrue(DiskFailure.isGone(new FileSystemException("sub", null,
                    system + " or unable to access attributes of symbolic link")), system);
            assertTrue(DiskFailure.isGone(new IOException(system + " (NOFOLLOW_LINKS specified)")), system);
        }
    }

    @Test
    void h70_aQuotaThatIsUsedUpIsAFullDisk(@TempDir Path folder) {
        for (String said : new String[]{"Disk quota exceeded", "No space left on device",
                "There is not enough space on the disk"}) {
            assertEquals(FailureReason.DISK_FULL, DiskFailure.reason(new IOException(said), folder), said);
        }
    }

    @Test
    void whatCannotBeOpenedForAnotherReasonIsNotGone() {
        assertFalse(DiskFailure.isGone(new FileSystemException("a symbolic link", null, "Text file busy")));
        assertFalse(DiskFailure.isGone(new AccessDeniedException("sub")));
        assertFalse(DiskFailure.isGone(new IOException("Input/output error")));
    }
}
