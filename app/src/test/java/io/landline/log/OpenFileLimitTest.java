package io.landline.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

/// When the limit of open files is named as the reason of a failure, and when it is not.
class OpenFileLimitTest {
    private static final String WITH_NUMBER = "Landline may have only 40 files open at once, and needs more. Raise the"
            + " limit, for example with ulimit -n 4096, and start it again.";
    private static final String WITHOUT = "Landline has as many files open as it may have, and needs more. Raise the"
            + " limit, for example with ulimit -n 4096, and start it again.";

    private final OpenFileLimit few = new OpenFileLimit(OpenFileLimit.FEW - 24);
    private final OpenFileLimit enough = new OpenFileLimit(OpenFileLimit.FEW);
    private final OpenFileLimit unknown = new OpenFileLimit(OpenFileLimit.UNKNOWN);

    private static FileSystemException tooMany() {
        return new FileSystemException("/home/ada/settings.json.new", null, "Too many open files");
    }

    @Test
    void tooManyOpenFilesAnywhereInTheCausesNamesTheLimit() {
        assertEquals(WITH_NUMBER, few.asReason(tooMany()));
        assertEquals(WITH_NUMBER, few.asReason(new IOException("The settings could not be saved", tooMany())));
        assertEquals(WITH_NUMBER, few.asReason(new UncheckedIOException(new SocketException("Too many open files"))));
        assertEquals(WITH_NUMBER.replace("only 40", "only " + OpenFileLimit.FEW), enough.asReason(tooMany()));
        assertEquals(WITHOUT, unknown.asReason(tooMany()));
    }

    /// The database and the loading of a class do not say why a file could not be opened.
    @Test
    void whatOnlySaysThatItCannotBeOpenedIsTheLimitWhereThatIsLow() {
        for (Throwable each : new Throwable[]{
                new IOException("[SQLITE_CANTOPEN] Unable to open the database file"),
                new NoClassDefFoundError("io/landline/node/Node"), new ExceptionInInitializerError("a test's"),
                new InternalError("platform encoding not initialized")}) {
            assertEquals(WITH_NUMBER, few.asReason(each), each.toString());
            assertNull(enough.asReason(each), each.toString());
            assertNull(unknown.asReason(each), each.toString());
        }
    }

    @Test
    void anotherReasonIsNotTheLimit() {
        assertNull(few.asReason(new AccessDeniedException("/home/ada")));
        assertNull(few.asReason(new IOException("No space left on device")));
        assertNull(few.asReason(new IOException((String) null)));
        assertNull(few.asReason(new OutOfMemoryError("Java heap space")));
        assertNull(few.asReason(new StackOverflowError()));
        // the table of the whole system is full: no limit of ours helps
        assertNull(few.asReason(new SocketException("Too many open files in system")));
    }

    @Test
    void theSoftLimitOfLinuxIsRead() {
        String limits = """
                Limit                     Soft Limit           Hard Limit           Units
                Max cpu time              unlimited            unlimited            seconds
                Max open files            40                   524288               files
                Max locked memory         8388608              8388608              bytes
                """;
        assertEquals(40, OpenFileLimit.parse(limits));
        assertEquals(OpenFileLimit.UNKNOWN, OpenFileLimit.parse(limits.replace("40    ", "unlimited")));
        assertEquals(OpenFileLimit.UNKNOWN, OpenFileLimit.parse(""));
    }
}
