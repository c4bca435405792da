package io.landline.lab.game;

import io.landline.lab.LabException;
import io.landline.lab.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Words to guess, of networking and of everywhere.
public final class HangmanWords {
    public static final List<String> ALL = List.of("""
            BANANA NETWORK SOCKET SERVER CLIENT ROUTER SWITCH PACKET DATAGRAM PROTOCOL ADDRESS ETHERNET BROADCAST \
            MULTICAST UNICAST HEADER
            PAYLOAD CHECKSUM WINDOW SEGMENT STREAM BUFFER LATENCY JITTER BANDWIDTH THROUGHPUT FIREWALL GATEWAY SUBNET \
            LOOPBACK RESOLVER
            DOMAIN REGISTRY INTERFACE WIRELESS ANTENNA CABLE FIBRE REPEATER BRIDGE TUNNEL PROXY CACHE COOKIE BROWSER \
            MESSAGE THREAD PROCESS
            KERNEL MEMORY COMPILER LANGUAGE FUNCTION VARIABLE LIBRARY DATABASE KEYBOARD MONITOR PRINTER COMPUTER \
            PROGRAM ALGORITHM INTEGER
            STRING BOOLEAN ARRAY QUEUE STACK TREE GRAPH MATRIX CIPHER SECRET PASSWORD HANDSHAKE TIMEOUT RESET FRAGMENT \
            ROUTE METRIC
            COLLISION TOKEN RING TOPOLOGY MASTER WORKER SENSOR SATELLITE TELEPHONE TELEGRAPH SIGNAL CARRIER FREQUENCY \
            AMPLITUDE PARITY
            ENCODING DECODER UNICODE LETTER ALPHABET SCHOOL TEACHER STUDENT HOLIDAY MOUNTAIN RIVER ISLAND GARDEN \
            WINTER SUMMER ORANGE
            CHERRY POTATO TOMATO ELEPHANT GIRAFFE PENGUIN DOLPHIN TIGER LIBRARIAN MUSEUM THEATRE""".trim()
            .split("\\s+"));

    private HangmanWords() {}

    /// Those of a file, a word a line.
    ///
    /// @throws LabException it cannot be read as text
    public static List<String> in(Path file) throws LabException {
        try {
            return TextFile.lines(file);
        } catch (LabException e) {
            throw e;
        } catch (IOException e) {
            throw new LabException(e, "{0} cannot be read as text. Check the path.", file.toString());
        }
    }
}
