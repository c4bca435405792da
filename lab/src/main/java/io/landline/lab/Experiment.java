package io.landline.lab;

import static io.landline.lab.Transport.NONE;
import static io.landline.lab.Transport.TCP;
import static io.landline.lab.Transport.UDP;

/// The experiments, with their numbers of the course: name on the command line, default port (0: none), and one line of
/// meaning.
public enum Experiment {
    /// S1, S27.
    UDP_ECHO("udp-echo", UDP, 12_000, "each datagram comes back in capitals"),
    /// S2, S21, S25, S27.
    TCP_ECHO("tcp-echo", TCP, 12_000, "what is written comes back in capitals; one client at a time, or all at once"),
    /// S3.
    UDP_ARGS("udp-args", UDP, 12_000, "a client that chooses the port it sends from"),
    /// S4.
    TCP_CHAT("tcp-chat", TCP, 1_060, "many messages on one connection, each answered with its length"),
    /// S5.
    PING("ping", UDP, 8_080, "delay and loss of numbered packets, with a server that delays and loses on purpose"),
    /// S6.
    RAMP("ramp", UDP, 8_080, "ping with a shrinking interval: throughput and delay per second"),
    /// S7.
    SECRET_FILE("secret-file", TCP, 5_001, "one file for every client that says the key"),
    /// S8.
    RELAY("relay", UDP, 9_090, "messages between programs through a relay"),
    /// S29; the port is the relay's.
    PRIMES("primes", UDP, 9_090, "one big task, shared among programs through the relay"),
    /// S9.
    IP_CHOICE("ip-choice", TCP, 5_000, "IPv4 or IPv6, as the look-up of the name says"),
    /// S10, S26.
    BROADCAST("broadcast", UDP, 12_345, "who answers a datagram to everybody"),
    /// S11, S24.
    LOOKUP("lookup", NONE, 0, "names, addresses, services and ports"),
    /// S12.
    QUIZ("quiz", TCP, 5_051, "questions with four choices, points and ranks"),
    /// S13.
    HANGMAN("hangman", UDP, 5_052, "a word to guess, a datagram a letter"),
    /// S14.
    TICTACTOE("tictactoe", TCP, 5_053, "the server pairs two players and referees"),
    /// S15.
    TIME("time", TCP, 5_050, "the time in the format that the client sends"),
    /// S15.
    HTTP("http", TCP, 8_000, "a page by hand-written HTTP; as client port 80"),
    /// S16.
    WIRE("wire", NONE, 0, "what to type into Wireshark, and what to look for"),
    /// S17, S26.
    UDP_HELLO("udp-hello", UDP, 12_345, "one fixed answer to any datagram"),
    /// S18.
    TCP_HELLO("tcp-hello", TCP, 9_000, "one greeting each way"),
    /// S19, S23.
    REACH("reach", TCP, 0, "which of a host's addresses can be connected to, and why not"),
    /// S20, S30.
    COMPARE("compare", NONE, 12_000, "the same messages by UDP and by TCP"),
    /// S22.
    SOCKETS("sockets", NONE, 0, "each kind of socket with its addresses and options"),
    /// S28.
    THREADS("threads", NONE, 0, "two threads that count to ten, their lines mixed");

    private final String title;
    private final Transport transport;
    private final int port;
    private final String meaning;

    Experiment(String title, Transport transport, int port, String meaning) {
        this.title = title;
        this.transport = transport;
        this.port = port;
        this.meaning = meaning;
    }

    /// As it is typed: `udp-echo`.
    public String title() {
        return title;
    }

    public Transport transport() {
        return transport;
    }

    public int port() {
        return port;
    }

    public String meaning() {
        return meaning;
    }
}
