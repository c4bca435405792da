package io.landline.session;

import io.landline.frame.MalformedFrameException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/// Why nothing was reached at an address that was typed.
public enum ConnectFailure {
    /// No computer has that name.
    UNKNOWN_NAME,
    /// The computer is on, and nothing listens there.
    REFUSED,
    /// There is no route to that address.
    NO_WAY,
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
            case NoRouteToHostException _ -> NO_WAY;
            case OtherPeerException _ -> OWN_KEY;
            case MalformedFrameException _ -> NOT_LANDLINE;
            case SocketTimeoutException _ -> SILENT;
            default -> HUNG_UP;
        };
    }

    /// As a sentence for a person.
    public String sentence(InetSocketAddress typed) {
        String where = typed.getHostString() + ":" + typed.getPort();
        return switch (this) {
            case UNKNOWN_NAME -> "There is no computer named " + typed.getHostString() + ".";
            case REFUSED -> "Nothing accepts connections at " + where + ". Is Landline running there?";
            case NO_WAY -> "There is no route to " + where + ". Are both computers in the same network?";
            case OWN_KEY -> where + " is this very computer, or a copy of its profile.";
            case NOT_LANDLINE -> "What answers at " + where + " is not Landline.";
            case SILENT -> where + " did not answer in time. A firewall may be in between.";
            case HUNG_UP -> "What answers at " + where + " is not Landline, or hung up.";
        };
    }
}
