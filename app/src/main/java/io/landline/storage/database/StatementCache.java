package io.landline.storage.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keeps prepared statements of one connection for the next time: to prepare one takes longer than to run it, and a
/// message takes some fifteen of them. Who closes such a statement gives it back, without its values and rows. One that
/// is in use is prepared a second time. The connection's thread only.
final class StatementCache {
    /// Of different texts, on one connection. The one that was used longest ago goes.
    static final int STATEMENTS_MAX = 128;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();

    private StatementCache(Connection connection) { this.connection = connection; }

    /// The same connection; its [Connection#prepareStatement(String)] answers from the cache.
    static Connection over(Connection connection) {
        return proxy(Connection.class, new StatementCache(connection)::call);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, handler));
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement") && arguments != null && arguments.length == 1) {
            return prepared((String) arguments[0]);
        }
        return passOn(connection, method, arguments);
    }

    private PreparedStatement prepared(String text) throws SQLException {
        PreparedStatement kept = idle.remove(text);
        PreparedStatement statement = kept == null ? connection.prepareStatement(text) : kept;
        var lent = new Lent(text, statement);
        return proxy(PreparedStatement.class, lent::call);
    }

    private void takeBack(String text, PreparedStatement statement) throws SQLException {
        statement.clearParameters(); // they hold texts and keys
        PreparedStatement twin = idle.put(text, statement);
        if (twin != null) twin.close();
        if (idle.size() <= STATEMENTS_MAX) return;
        PreparedStatement eldest = idle.remove(idle.keySet().iterator().next());
        if (eldest != null) eldest.close();
    }

    private static @Nullable Object passOn(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /// A statement in somebody's hands.
    private final class Lent {
        private final String text;
        private final PreparedStatement statement;
        private @Nullable ResultSet rows;
        private boolean isBack;

        Lent(String text, PreparedStatement statement) {
            this.text = text;
            this.statement = statement;
        }

        @Nullable
        Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!method.getName().equals("close")) {
                if (isBack) throw new SQLException("the statement is closed");
                Object answer = passOn(statement, method, arguments);
                if (answer instanceof ResultSet asked) rows = asked;
                return answer;
            }
            if (!isBack) {
                isBack = true;
                if (rows != null) rows.close(); // rows that are left would hold the state of the database as it was
                takeBack(text, statement);
            }
            return null;
        }
    }
}
