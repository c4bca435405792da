package io.landline.doctor.check;

import io.landline.doctor.system.AddressText;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.Route;
import io.landline.handshake.RefusalReason;
import io.landline.peer.RoomListing;
import io.landline.peer.WrittenAddress;
import io.landline.session.CallBackResult;
import io.landline.session.ConnectFailure;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;

/// All that was seen of one other computer.
///
/// @param port of TCP, as it was typed
/// @param tcp what became of a connection to that port
/// @param udp what of Landline was heard from its address
/// @param foreignVersion the version of presence that it speaks, if that is another one than ours; else empty
/// @param meeting what came of it, after the exchange of keys
/// @param ownRooms the rooms of this node
/// @param calledBack what came of its attempt to reach us unasked; empty if it made none
public record PeerEvidence(InetAddress address, int port, Link link, Tcp tcp, Udp udp, String foreignVersion,
        RoomResult meeting, List<RoomListing> ownRooms, Optional<CalledBack> calledBack) {
    /// What the system tells of the way there.
    ///
    /// @param route the card by which this computer sends there
    /// @param onLink the interface in use with that subnet; empty if it lies in none
    /// @param neighbours which computers answered on the link; empty if the system does not show it
    /// @param gateways the routers of this computer
    public record Link(Route route, Optional<String> onLink, Optional<LinkNeighbours> neighbours,
            List<InetAddress> gateways) {
        public Link {
            gateways = List.copyOf(gateways);
        }
    }

    /// The result of a connection attempt; a refusal was sent by the computer, so it was reached.
    public enum Tcp {
        CONNECTED,
        REFUSED,
        SILENT,
        /// The system was told that the port is forbidden or the computer is not reached; or nobody on the link has the
        /// address.
        UNREACHABLE,
        /// This computer has no route to the address, or a router said that it has none.
        NO_ROUTE;

        /// By the type alone: the message is in the language of the system.
        public static Tcp of(IOException failure) {
            return switch (failure) {
                case SocketTimeoutException _ -> SILENT;
                case ConnectException _ -> REFUSED; // the other reason, the system's own time-out, takes far longer
                case NoRouteToHostException _ -> UNREACHABLE;
                case BindException _ -> UNREACHABLE; // so Java calls what is forbidden by ICMPv6
                default -> NO_ROUTE;
            };
        }
    }

    public enum Udp {
        /// It answered our announcement to its address.
        ANSWERED,
        /// It was heard, but not as an answer.
        HEARD,
        SILENT
    }

    /// The peer's attempt to reach us by a fresh connection and a fresh datagram.
    ///
    /// @param tcpPort ours
    /// @param udpPort the one of ours that it was asked to send to
    /// @param udpCame whether its datagram came in
    public record CalledBack(int tcpPort, CallBackResult tcp, int udpPort, boolean udpCame) {
        /// Whether all came in that could be tried.
        boolean cameIn() {
            return udpCame && (tcp == CallBackResult.CONNECTED || tcp == CallBackResult.NO_PORT);
        }
    }

    /// How far the two nodes came with each other.
    public sealed interface RoomResult {
        /// Both have proven the key of these rooms, or share these open ones.
        record Joined(String name, List<String> rooms) implements RoomResult {}

        /// @param room as people read it; empty where none was common
        record Refused(String name, String room, RefusalReason reason) implements RoomResult {}

        /// It is listed, but no connection to it came about in time.
        record Listed(String name) implements RoomResult {}

        /// It was listed, or had a session with us, before the doctor began to look; nothing has come from it since.
        record Lapsed(String name) implements RoomResult {}

        /// @param why empty where no attempt has failed so far
        record None(Optional<Unmet> why) implements RoomResult {}
    }

    /// An attempt that failed.
    ///
    /// @param host as it was typed
    public record Unmet(String host, int port, ConnectFailure why) {
        String where() {
            return WrittenAddress.withPort(host, port);
        }

        boolean isOurKey() {
            return why == ConnectFailure.OWN_KEY;
        }
    }

    public PeerEvidence {
        ownRooms = List.copyOf(ownRooms);
    }

    String host() {
        return WrittenAddress.of(address);
    }

    /// For a sentence.
    String portText() {
        return String.valueOf(port);
    }

    /// Whether the address is one of this computer: what is sent to it then leaves from that very address.
    boolean isOwn() {
        InetAddress from = link.route().local();
        return address.isLoopbackAddress()
                || from != null && AddressText.unscoped(from).equals(AddressText.unscoped(address));
    }

    /// Whether nothing that is meant for it can leave this computer.
    boolean isOutOfReach() {
        return link.route().local() == null;
    }

    /// Whether what it sends to all comes here, though nothing can be sent to it: its address fits no subnet of ours.
    boolean isHeardWithoutRoute() {
        return isOutOfReach() && udp == Udp.HEARD && !connected();
    }

    /// Whether the node there was reached in such a way that the two can talk about anything.
    boolean connected() {
        return switch (meeting) {
            case RoomResult.Joined _, RoomResult.Refused _ -> true;
            case RoomResult.Listed _, RoomResult.Lapsed _, RoomResult.None _ -> false;
        };
    }

    /// Whether anything of Landline was heard from there.
    boolean found() {
        return connected() || udp != Udp.SILENT || meeting instanceof RoomResult.Listed;
    }

    Optional<LinkNeighbours.Answer> onTheLink() {
        return link.neighbours().flatMap(table -> table.of(address));
    }

    boolean answersOnTheLink() {
        return onTheLink().equals(Optional.of(LinkNeighbours.Answer.ANSWERED));
    }

    /// Whether somebody on the way, or there, may have told the system that the port is not reached.
    boolean isTurnedAway() {
        return tcp == Tcp.UNREACHABLE || tcp == Tcp.NO_ROUTE && link.route().local() != null;
    }

    /// Whether the computer answers on the link, and the system is told all the same that its port is not reached: only
    /// a firewall says so.
    boolean isForbidden() {
        return isTurnedAway() && answersOnTheLink();
    }

    /// Whether the computer is on, with or without Landline.
    boolean isOn() {
        return found() || tcp == Tcp.CONNECTED || tcp == Tcp.REFUSED || answersOnTheLink();
    }
}
