package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What systems say of a failure, as Java passes it on, in the Lab's own few words.
class FailuresTest {
    private static final Peer SERVER = new Peer(new InetSocketAddress("127.0.0.1", 5_051), false);

    /// The server took the connection: it runs, at this address, and no firewall stands between.
    @Test
    void noReplyOverAConnectionDoubtsNotTheWayThere() {
        String said = Failures.noReply(SERVER, new SocketTimeoutException("Read timed out")).said().english();
        assertTrue(said.startsWith("Connected to 127.0.0.1:5051, but no reply came within 5 s."), said);
        assertFalse(said.contains("firewall"), said);
    }

    @Test
    void aConnectionThatBreaksSaysHow() {
        assertEquals("No reply from 127.0.0.1:5051: reset. The other side ended the connection hard.",
                Failures.noReply(SERVER, new SocketException("Connection reset")).said().english());
    }

    static Stream<Arguments> failures() {
        return Stream.of(Arguments.of(new PortUnreachableException(), "refused"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "timed out"),
                Arguments.of(new NoRouteToHostException("No route to host"), "unreachable"),
                Arguments.of(new BindException("Address already in use"), "in use"),
                Arguments.of(new BindException("Permission denied"), "not permitted"),
                Arguments.of(new BindException("Cannot assign requested address"), "not an address of this computer"),
                Arguments.of(new BindException("Address not available"), "not an address of this computer"),
                Arguments.of(new ConnectException("Connection refused"), "refused"),
                Arguments.of(new ConnectException("Connection timed out"), "timed out"),
                Arguments.of(new ConnectException("Network is unreachable"), "no route"),
                Arguments.of(new SocketException("Network is unreachable"), "no route"),
                Arguments.of(new SocketException("Host is unreachable"), "unreachable"),
                Arguments.of(new AccessDeniedException("/run/s"), "not permitted"),
                Arguments.of(new SocketException("Connection timed out"), "timed out"),
                Arguments.of(new SocketException("Connection refused"), "refused"),
                Arguments.of(new SocketException("Connection reset"), "reset"),
                Arguments.of(new IOException("Broken pipe"), "reset"),
                Arguments.of(new IOException("Software caused connection aborted"), "reset"),
                Arguments.of(new SocketException("Address already in use"), "in use"),
                Arguments.of(new IOException("Operation not permitted"), "not permitted"),
                Arguments.of(new SocketException("Access denied"), "not permitted"),
                Arguments.of(new IOException("Message too long"), "too long for a datagram"),
                Arguments.of(new IOException("bad message size"), "too long for a datagram"),
                Arguments.of(new SocketException("Socket closed"), "socket closed"),
                Arguments.of(new ClosedChannelException(), "socket closed"),
                Arguments.of(new IOException("Something else"), "something else"),
                Arguments.of(new EOFException(), "EOFException"),
                Arguments.of(new LabException("The Lab''s own."), "The Lab''s own."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachIsOfAKind(IOException failure, String kind) {
        assertEquals(kind, Failures.kind(failure).english());
    }

    @Test
    void aFailureOfTheSystemIsToldWithWhatToLookAt() {
        assertEquals("The connection failed: reset. The other side ended the connection hard.",
                Failures.sentence(new SocketException("Connection reset")).english());
        assertEquals("Connection reset", Failures.message(new SocketException("Connection reset")).english());
        var own = new LabException("Say it.");
        assertEquals(List.of("Say it.", "Say it."),
                List.of(Failures.sentence(own).english(), Failures.message(own).english()));
    }

    @ParameterizedTest
    @CsvSource({"Connection refused,'Nothing listens there, or a firewall refuses'", "timed out,Nothing came back",
            "Network is unreachable,There is no route", "Host is unreachable,No computer answers at that address",
            "Permission denied,A firewall", "Message too long,Over IPv4 a datagram",
            "Connection reset,The other side ended", "Else,Check the address"})
    void eachKindHasItsRemedy(String said, String beginning) {
        LabMessage remedy = Failures.remedy(Failures.kind(new IOException(said)));
        assertTrue(remedy.english().startsWith(beginning), remedy.english());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5000 | Address already in use          | Port 5000 is taken by another program (on macOS often AirPlay)
            5001 | Address already in use          | Port 5001 is taken by another program. Close it
            80   | Permission denied               | Port 80 may not be opened by this user
            80   | Cannot assign requested address | The address given is not one of this computer
            80   | Odd                             | Port 80 cannot be opened: odd.
            """)
    void aPortThatCannotBeOpenedSaysWhatToDo(int port, String said, String beginning) {
        String sentence = Failures.opening(port, new BindException(said)).english();
        assertTrue(sentence.startsWith(beginning), sentence);
    }
}
