package io.landline.session;

import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/// Why nothing was reached at an address that was typed.
public enum ConnectFailure {
    /// No computer has that name.
    UNKNOWN_NAME,
    /// The computer is on, and nothing listens there.
    REFUSED,
    /// This computer has no route to that address.
    NO_WAY,
    /// There is a route, and no computer has that address on the link; or a router or a firewall said that it cannot be
    /// reached. The system does not tell these apart.
    UNREACHABLE,
    /// Our own key answered: ourselves, or a copy of our profile.
    OWN_KEY,
    /// What answered does not speak as Landline does.
    NOT_LANDLINE,
    /// No answer in time.
    SILENT,
    /// What answered hung up, or failed in some other way.
    HUNG_UP;

    public static ConnectFailure of(IOException e) {
        return switch (e.getCause() == null ? e : e.getCause()) {
            case UnknownHostException _ -> UNKNOWN_NAME;
            case ConnectException _ -> REFUSED;
            case NoWayException _ -> NO_WAY;
            case NoRouteToHostException _ -> UNREACHABLE;
            case OtherPeerException _ -> OWN_KEY;
            case MalformedFrameException _ -> NOT_LANDLINE;
            case SocketTimeoutException _ -> SILENT;
            default -> HUNG_UP;
        };
    }
}
