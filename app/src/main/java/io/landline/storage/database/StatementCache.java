package io.landline.storage.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// Keeps prepared statements of one connection for the next time: to prepare one takes longer than to run it, and a
/// message takes some ten of them. Who closes such a statement gives it back, without its values and rows, and must not
/// use it any more: the next one has it. One that is in use is prepared a second time. The thread that has the
/// connection's turn only.
final class StatementCache {
    /// Of different texts, on one connection. The one that was used longest ago goes.
    static final int STATEMENTS_MAX = 128;

    private final SQLiteConnection connection;
    private final Map<String, KeptStatement> idle = new LinkedHashMap<>();

    private StatementCache(SQLiteConnection connection) { this.connection = connection; }

    /// The same connection; its [Connection#prepareStatement(String)] answers from the cache.
    static Connection over(Connection connection) {
        var cache = new StatementCache((SQLiteConnection) connection);
        return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[]{Connection.class},
                (_, method, arguments) -> cache.call(method, arguments));
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return prepared((String) arguments[0]);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private PreparedStatement prepared(String text) throws SQLException {
        KeptStatement kept = idle.remove(text);
        if (kept == null) return new KeptStatement(connection, text, this::takeBack);
        kept.lend();
        return kept;
    }

    private void takeBack(KeptStatement statement) throws SQLException {
        KeptStatement twin = idle.put(statement.text(), statement);
        if (twin != null) twin.end();
        if (idle.size() <= STATEMENTS_MAX) return;
        KeptStatement eldest = idle.remove(idle.keySet().iterator().next());
        if (eldest != null) eldest.end();
    }
}
