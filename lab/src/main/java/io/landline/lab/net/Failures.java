package io.landline.lab.net;

import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Peer;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/// What went wrong with a socket, in a few words. Java has few exception types and the rest in the system's message, in
/// English.
public final class Failures {
    private static final int AIRPLAY_PORT = 5_000;

    private static final LabMessage REFUSED = LabMessage.of("refused");
    public static final LabMessage TIMED_OUT = LabMessage.of("timed out");
    private static final LabMessage NO_ROUTE = LabMessage.of("no route");
    private static final LabMessage UNREACHABLE = LabMessage.of("unreachable");
    public static final LabMessage IN_USE = LabMessage.of("in use");
    private static final LabMessage NOT_PERMITTED = LabMessage.of("not permitted");
    private static final LabMessage NOT_OURS = LabMessage.of("not an address of this computer");
    private static final LabMessage RESET = LabMessage.of("reset");
    private static final LabMessage TOO_LONG = LabMessage.of("too long for a datagram");
    private static final LabMessage CLOSED = LabMessage.of("socket closed");
    /// Of what is no failure of a socket.
    public static final LabMessage OURS = LabMessage.of("by a fault of the lab's own");

    private Failures() {}

    /// `refused`, `timed out` …: the kind, short enough for a table.
    public static LabMessage kind(IOException failure) {
        String said = failure.getMessage() == null ? said(failure) : failure.getMessage().toLowerCase(Locale.ROOT);
        return switch (failure) {
            case LabException known -> known.said();
            case PortUnreachableException _ -> REFUSED;
            case SocketTimeoutException _ -> TIMED_OUT;
            case NoRouteToHostException _ -> UNREACHABLE;
            case BindException _ when said.contains("in use") -> IN_USE;
            case BindException _ when said.contains("permission") -> NOT_PERMITTED;
            case BindException _ when said.contains("assign") || said.contains("not available") -> NOT_OURS;
            case ConnectException _ when said.contains("refused") -> REFUSED;
            case ConnectException _ when said.contains("timed out") -> TIMED_OUT;
            case AccessDeniedException _ -> NOT_PERMITTED;
            case ClosedChannelException _ -> CLOSED;
            default -> other(said);
        };
    }

    private static LabMessage other(String said) {
        if (said.contains("refused")) return REFUSED;
        if (said.contains("network is unreachable")) return NO_ROUTE;
        if (said.contains("unreachable")) return UNREACHABLE;
        if (said.contains("timed out")) return TIMED_OUT;
        if (said.contains("reset") || said.contains("broken pipe") || said.contains("aborted")) return RESET;
        if (said.contains("in use")) return IN_USE;
        if (said.contains("permi") || said.contains("denied")) return NOT_PERMITTED;
        if (said.contains("too long") || said.contains("message size")) return TOO_LONG;
        if (said.equals("socket closed")) return CLOSED; // by another thread of ours
        return LabMessage.asIs(said);
    }

    /// What a person is told of it: the lab's own sentence, else what happened and what to look at.
    public static LabMessage sentence(IOException failure) {
        if (failure instanceof LabException known) return known.said();
        return LabMessage.of("The connection failed: {0}. {1}", kind(failure), remedy(kind(failure)));
    }

    /// The lab's own sentence, else what the system said.
    public static LabMessage message(IOException failure) {
        return failure instanceof LabException known
                ? known.said()
                : LabMessage.asIs(said(failure));
    }

    /// What the system said. Some of Java's own exceptions say nothing but their name.
    private static String said(IOException failure) {
        String said = failure.getMessage();
        return said == null ? failure.getClass().getSimpleName() : said;
    }

    /// Why a client did not get through, and what to look at.
    public static LabMessage remedy(LabMessage kind) {
        if (kind.equals(REFUSED)) {
            return LabMessage
                    .of("Nothing listens there, or a firewall refuses: is the server running, on this port, and"
                            + " of the same IP version?");
        }
        if (kind.equals(TIMED_OUT)) {
            return LabMessage.of("Nothing came back: is the server running, is the address right, is the IP version the"
                    + " same, does a firewall stand between?");
        }
        if (kind.equals(UNREACHABLE)) {
            return LabMessage.of("No computer answers at that address, or a firewall forbids it: is the address right,"
                    + " and is that computer on?");
        }
        if (kind.equals(NOT_PERMITTED)) {
            return LabMessage.of("A firewall forbids it, there, on the way or on this computer.");
        }
        if (kind.equals(NO_ROUTE)) {
            return LabMessage.of("There is no route to it from this computer: is it on the same network, and does it"
                    + " have an address of this IP version?");
        }
        if (kind.equals(TOO_LONG)) {
            return LabMessage.of("Over IPv4 a datagram carries up to 65,507 bytes: send less, or use TCP.");
        }
        if (kind.equals(RESET)) return LabMessage.of("The other side ended the connection hard.");
        return LabMessage.of("Check the address and the port.");
    }

    /// Why no reply came over a connection that stands. What may be wrong on the way there is not: the other side took
    /// the connection.
    public static LabException noReply(Peer server, IOException failure) {
        if (failure instanceof LabException known) return known;
        LabMessage kind = kind(failure);
        if (!kind.equals(TIMED_OUT)) {
            return new LabException(failure, "No reply from {0}: {1}. {2}", server.name(), kind, remedy(kind));
        }
        return new LabException(failure,
                "Connected to {0}, but no reply came within {1} s."
                        + " A server that takes one client at a time answers when the one before has left.",
                server.name(), Connection.PATIENCE.toSeconds());
    }

    /// Why a server could not open its port, and what to do.
    public static LabMessage opening(int port, IOException failure) {
        LabMessage kind = kind(failure);
        if (kind.equals(IN_USE)) {
            return LabMessage.of(port == AIRPLAY_PORT
                    ? "Port {0} is taken by another program (on macOS often AirPlay). Close it, or choose another with"
                            + " --port."
                    : "Port {0} is taken by another program. Close it, or choose another with --port.", port);
        }
        if (kind.equals(NOT_PERMITTED)) {
            return LabMessage.of(
                    "Port {0} may not be opened by this user: ports below 1024 need rights. Choose a larger one.",
                    port);
        }
        if (kind.equals(NOT_OURS)) {
            return LabMessage.of("The address given is not one of this computer, so nothing can listen there."
                    + " landline lab lookup lists them.");
        }
        return LabMessage.of("Port {0} cannot be opened: {1}.", port, kind);
    }
}
