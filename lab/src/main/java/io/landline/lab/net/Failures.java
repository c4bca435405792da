package io.landline.lab.net;

import io.landline.lab.LabException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/// What went wrong with a socket, in a few words. Java has few exception types and the rest in the system's message, in English.
public final class Failures {
    private Failures() {}

    /// `refused`, `timed out` …: the kind, short enough for a table.
    public static String kind(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return switch (failure) {
            case PortUnreachableException _ -> "refused";
            case SocketTimeoutException _ -> "timed out";
            case NoRouteToHostException _ -> "unreachable";
            case BindException _ when said.contains("in use") -> "in use";
            case BindException _ when said.contains("permission") -> "not permitted";
            case BindException _ when said.contains("assign") || said.contains("not available") -> "not an address of this computer";
            case ConnectException _ when said.contains("refused") -> "refused";
            case ConnectException _ when said.contains("timed out") -> "timed out";
            case AccessDeniedException _ -> "not permitted";
            default -> other(said);
        };
    }

    private static String other(String said) {
        if (said.contains("refused")) return "refused";
        if (said.contains("unreachable")) return "unreachable";
        if (said.contains("timed out")) return "timed out";
        if (said.contains("reset") || said.contains("broken pipe") || said.contains("aborted")) return "reset";
        if (said.contains("in use")) return "in use";
        if (said.contains("permi") || said.contains("denied")) return "not permitted";
        if (said.contains("too long") || said.contains("message size")) return "too long for a datagram";
        return said;
    }

    /// What a person is told of it: the lab's own sentence, else what happened and what to look at.
    public static String sentence(IOException failure) {
        String said = failure.getMessage();
        if (failure instanceof LabException && said != null) return said;
        return "The connection failed: " + kind(failure) + ". " + remedy(kind(failure));
    }

    /// Why a client did not get through, and what to look at.
    public static String remedy(String kind) {
        return switch (kind) {
            case "refused" -> "Nothing listens there: is the server running, on this port, and of the same IP version?";
            case "timed out" ->
                "Nothing came back: is the server running, is the address right, is the IP version the same, does a firewall stand "
                        + "between?";
            case "unreachable" ->
                "No way leads there from this computer: is it on the same network, and does it have an address of this IP version?";
            case "too long for a datagram" -> "Over IPv4 a datagram carries up to 65,507 bytes: send less, or use TCP.";
            case "reset" -> "The other side ended the connection hard.";
            default -> "Check the address and the port.";
        };
    }

    /// Why a server could not open its port, and what to do.
    public static String opening(int port, IOException failure) {
        String kind = kind(failure);
        return switch (kind) {
            case "in use" -> "Port " + port + " is taken by another program" + (port == AIRPLAY_PORT ? " (on macOS often AirPlay)" : "")
                    + ". Close it, or choose another with --port.";
            case "not permitted" -> "Port " + port + " may not be opened by this user: ports below 1024 need rights. Choose a larger one.";
            case "not an address of this computer" ->
                "The address given is not one of this computer, so nothing can listen there. landline lab lookup lists them.";
            default -> "Port " + port + " cannot be opened: " + kind + ".";
        };
    }

    private static final int AIRPLAY_PORT = 5_000;
}
