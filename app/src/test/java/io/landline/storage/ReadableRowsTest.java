package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.ReadableRows.Table;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked of a damaged database. What is found is `SalvageTest`'s.
class ReadableRowsTest {
    @TempDir
    Path folder;

    /// A user waits for the start: thousands of questions to each of thirty tables took ten seconds.
    @Test
    void aTableThatIsNotKnownIsGivenUpAtOnce() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("some.db"))) {
            try (Statement sql = connection.createStatement()) {
                sql.execute("CREATE TABLE other (a)");
            }
            var asked = new AtomicInteger();
            boolean all = ReadableRows.read(counting(connection, asked), new Table("lost", "rowid", true, "a"), 100_000,
                    _ -> {}, () -> false);
            assertFalse(all);
            assertTrue(asked.get() <= 2, "asked " + asked); // from above and from below
        }
    }

    private static Connection counting(Connection connection, AtomicInteger asked) {
        return (Connection) Proxy.newProxyInstance(ReadableRowsTest.class.getClassLoader(),
                new Class<?>[]{Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) asked.incrementAndGet();
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
