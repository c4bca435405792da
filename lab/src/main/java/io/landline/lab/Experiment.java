package io.landline.lab;

import static io.landline.lab.Transport.NONE;
import static io.landline.lab.Transport.TCP;
import static io.landline.lab.Transport.UDP;

/// The experiments, with their numbers of the course: name on the command line, default port (0: none), one line of
/// meaning, and what the command line's help says (`{port}` stands for transport and port).
public enum Experiment {
    /// S1, S27.
    UDP_ECHO("udp-echo", UDP, 12_000, "each datagram comes back in capitals",
            "each datagram comes back in capitals ({port}); with --to the client, which ends on bye"),
    /// S2, S21, S25, S27.
    TCP_ECHO("tcp-echo", TCP, 12_000, "what is written comes back in capitals; one client at a time, or all at once",
            "what is written comes back in capitals ({port}); with --to the client, which ends on bye"),
    /// S3.
    UDP_ARGS("udp-args", UDP, 12_000, "a client that chooses the port it sends from",
            "a client that sends one message from a port of its choice (server: udp-echo)"),
    /// S4.
    TCP_CHAT("tcp-chat", TCP, 1_060, "many messages on one connection, each answered with its length",
            "many messages on one connection, each answered with its length, until Exit ({port})"),
    /// S5.
    PING("ping", UDP, 8_080, "delay and loss of numbered packets, with a server that delays and loses on purpose",
            "delay and loss of packets ({port}); the server delays and loses on purpose"),
    /// S6.
    RAMP("ramp", UDP, 8_080, "ping with a shrinking interval: throughput and delay per second",
            "ping with a shrinking interval: throughput and delay per second (server: ping)"),
    /// S7.
    SECRET_FILE("secret-file", TCP, 5_001, "one file for every client that says the key",
            "one file for every client that says the key ({port})"),
    /// S8.
    RELAY("relay", UDP, 9_090, "messages between programs through a relay",
            "messages between programs through a relay ({port}); a peer types IP/port text"),
    /// S29; the port is the relay's.
    PRIMES("primes", UDP, 9_090, "one big task, shared among programs through the relay",
            "primes counted by several programs through a relay ({port}; server: relay)"),
    /// S9.
    IP_CHOICE("ip-choice", TCP, 5_000, "IPv4 or IPv6, as the look-up of the name says",
            "a server of the IP version that the look-up of its host says ({port}), and its client"),
    /// S10, S26.
    BROADCAST("broadcast", UDP, 12_345, "who answers a datagram to everybody",
            "who answers a datagram to everybody ({port}); --to broadcast asks, --announce tells, --listen hears"),
    /// S11, S24.
    LOOKUP("lookup", NONE, 0, "names, addresses, services and ports",
            "names, addresses, services and ports; without a name this computer itself"),
    /// S12.
    QUIZ("quiz", TCP, 5_051, "questions with four choices, points and ranks",
            "questions with four choices, points and ranks ({port}); passwords travel in clear"),
    /// S13.
    HANGMAN("hangman", UDP, 5_052, "a word to guess, a datagram a letter",
            "a word to guess, a datagram a letter ({port})"),
    /// S14.
    TICTACTOE("tictactoe", TCP, 5_053, "the server pairs two players and referees",
            "the server pairs two players and referees ({port})"),
    /// S15.
    TIME("time", TCP, 5_050, "the time in the format that the client sends",
            "the time in the format that the client sends, such as %Y-%m-%d ({port})"),
    /// S15.
    HTTP("http", TCP, 8_000, "a page by hand-written HTTP; as client port 80",
            "a page by hand-written HTTP ({port}; as client port 80)"),
    /// S16.
    WIRE("wire", NONE, 0, "what to type into Wireshark, and what to look for",
            "the filter to paste into Wireshark for an experiment, and what to look for"),
    /// S17, S26.
    UDP_HELLO("udp-hello", UDP, 12_345, "one fixed answer to any datagram",
            "one fixed answer to any datagram ({port})"),
    /// S18.
    TCP_HELLO("tcp-hello", TCP, 9_000, "one greeting each way",
            "one greeting each way ({port})"),
    /// S19, S23.
    REACH("reach", TCP, 0, "which of a host's addresses can be connected to, and why not",
            "which of a host's addresses can be connected to, and why not"),
    /// S20, S30.
    COMPARE("compare", NONE, 12_000, "the same messages by UDP and by TCP",
            "the same messages by UDP and by TCP; without --to against servers of its own on this computer"),
    /// S22.
    SOCKETS("sockets", NONE, 0, "each kind of socket with its addresses and options",
            "each kind of socket with its addresses and options"),
    /// S28.
    THREADS("threads", NONE, 0, "two threads that count to ten, their lines mixed",
            "two threads that count to ten, with random pauses: their lines come mixed");

    private final String title;
    private final Transport transport;
    private final int port;
    private final String meaning;
    private final String usage;

    Experiment(String title, Transport transport, int port, String meaning, String usage) {
        this.title = title;
        this.transport = transport;
        this.port = port;
        this.meaning = meaning;
        this.usage = usage.replace("{port}", transport + " " + port);
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

    /// What `--help` says of its command.
    public String usage() {
        return usage;
    }
}
