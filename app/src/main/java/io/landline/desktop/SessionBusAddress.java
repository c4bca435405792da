package io.landline.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the user's message bus: a Unix socket that the session names, or the usual one of the login. Stateless; any
/// thread.
public final class SessionBusAddress {
    private static final String NAMED = "DBUS_SESSION_BUS_ADDRESS";
    private static final String OF_LOGIN = "XDG_RUNTIME_DIR";
    private static final String SOCKET = "unix:path=";

    private SessionBusAddress() {}

    /// The address in D-Bus's own form; null if no address is one of a Unix socket. Buses over TCP are not used.
    ///
    /// @param environment of this process
    /// @param exists whether there is such a file
    public static @Nullable String find(Map<String, String> environment, Predicate<Path> exists) {
        String named = environment.get(NAMED);
        if (named != null && !named.isBlank()) {
            for (String each : named.split(";")) if (each.startsWith(SOCKET)) return each;
            return null;
        }
        String login = environment.get(OF_LOGIN);
        if (login == null || !login.startsWith("/")) return null;
        Path socket = Path.of(login, "bus");
        return exists.test(socket) ? SOCKET + socket : null;
    }
}
