package io.landline.lab.wire;

import io.landline.lab.Experiment;
import io.landline.lab.Transport;

/// What an experiment looks like from outside (S16): the filter to paste into Wireshark, and what to look for. Landline
/// itself captures nothing.
public record Observation(String filter, String lookFor) {
    private static final String UDP_USUAL = "Two packets for each message and nothing else: the question and the"
            + " answer. Where nothing listens: the question, then ICMP \"port unreachable\".";
    private static final String TCP_USUAL = "SYN, SYN-ACK, ACK (the system connects); PSH-ACK with the text, ACK,"
            + " PSH-ACK with the reply, ACK; FIN-ACK from the side that leaves, FIN-ACK back, ACK. Where nothing"
            + " listens: SYN, RST-ACK.";

    /// @param port 0: the experiment's usual one
    public static Observation of(Experiment lab, int port) {
        int at = port == 0 ? lab.port() : port;
        return switch (lab) {
            case BROADCAST -> new Observation("udp.port == " + at + " && eth.dst == ff:ff:ff:ff:ff:ff",
                    "The question goes to the Ethernet address ff:ff:ff:ff:ff:ff; drop that half of the filter to see"
                            + " the answers, which go to one computer alone.");
            case PING, RAMP -> new Observation("udp.port == " + at,
                    "The time between a packet and its acknowledgement; acknowledgements that come in a row after a"
                            + " pause: they queued. Packets without one were lost on purpose.");
            case SECRET_FILE -> new Observation("tcp.port == " + at,
                    "The key and the file can be read (Follow TCP stream). AUTH_SUCCESS has a segment of its own, and"
                            + " the file begins 100 ms later; FIN is the only end of file.");
            case QUIZ -> new Observation("tcp.port == " + at,
                    "Passwords of REGISTER and LOGIN can be read by everybody on the way (Follow TCP stream).");
            case HTTP -> new Observation("tcp.port == " + at + " && http",
                    "Request and reply as text; the reply's Content-Length beside its body.");
            case LOOKUP -> new Observation("dns",
                    "The question for A (IPv4) and AAAA (IPv6) records, and the answers. Names of /etc/hosts are not"
                            + " asked.");
            case REACH -> new Observation(
                    at == 0
                            ? "tcp.flags.syn == 1 || tcp.flags.reset == 1 || icmp || icmpv6"
                            : "tcp.port == " + at + " || icmp || icmpv6",
                    "SYN, SYN-ACK: connected. SYN, RST: refused. SYN again and again: nobody answers. ICMP: no way"
                            + " leads there.");
            case COMPARE -> new Observation("udp.port == " + at + " || tcp.port == " + at,
                    "For the same messages TCP has three packets before the first byte, acknowledgements, and headers"
                            + " of 20 bytes where UDP has 8.");
            case THREADS -> new Observation("tcp || udp",
                    "Nothing: threads of one program share its memory and need no network.");
            case WIRE, SOCKETS -> new Observation("tcp || udp", "All of it.");
            default -> new Observation((lab.transport() == Transport.UDP ? "udp.port == " : "tcp.port == ") + at,
                    lab.transport() == Transport.UDP ? UDP_USUAL : TCP_USUAL);
        };
    }
}
