package io.landline.lab.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.TextFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A question with four choices. Read from lines `text|A|B|C|D|letter`.
///
/// @param right the right one's letter, `A` to `D`
public record Question(String text, List<String> choices, char right) {
    /// As it travels, with number and choices.
    static final int BYTES_MAX = 1_000;
    static final int COUNT_MAX = 1_000;
    private static final int CHOICES = 4;
    private static final int FIELDS = CHOICES + 2;
    /// What the message has beside the line: `QUESTION|1000|1000|` and four times `A) `.
    private static final int AROUND_BYTES_MAX = 31;

    public Question {
        choices = List.copyOf(choices);
    }

    /// The message, with the number `k` of `n`.
    String message(int k, int n) {
        var message = new StringBuilder("QUESTION|" + k + "|" + n + "|" + text);
        for (int i = 0; i < CHOICES; i++) {
            message.append('|').append((char) ('A' + i)).append(") ").append(choices.get(i));
        }
        return message.toString();
    }

    /// @throws LabException the line is not a question; the sentence says which line
    static Question parse(String line, int number) throws LabException {
        String[] fields = line.split("\\|", -1);
        boolean fits = fields.length == FIELDS && fields[FIELDS - 1].strip().matches("[A-Da-d]")
                && line.chars().noneMatch(Character::isISOControl)
                && line.getBytes(UTF_8).length + AROUND_BYTES_MAX <= BYTES_MAX;
        if (!fits) {
            throw new LabException(
                    "Question {0} does not read text|A|B|C|D|letter, or is longer than {1} bytes. Nothing was opened.",
                    number, new LabMessage.Limit(BYTES_MAX));
        }
        char right = (char) (fields[FIELDS - 1].strip().charAt(0) & ~0x20); // an ASCII letter's capital
        return new Question(fields[0].strip(),
                List.of(fields[1].strip(), fields[2].strip(), fields[3].strip(), fields[4].strip()), right);
    }

    /// One question a line; empty lines are passed over.
    public static List<Question> read(Path file) throws IOException {
        try {
            return parseAll(TextFile.lines(file));
        } catch (CharacterCodingException e) {
            throw new LabException(e, "{0} is not UTF-8. Save it so, and start again.", file.toString());
        } catch (LabException e) {
            throw e;
        } catch (IOException e) {
            throw new LabException(e, "{0} cannot be read. Check the path.", file.toString());
        }
    }

    static List<Question> parseAll(List<String> lines) throws LabException {
        var questions = new ArrayList<Question>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) questions.add(parse(lines.get(i), i + 1));
        }
        if (questions.isEmpty() || questions.size() > COUNT_MAX) {
            throw new LabException("A quiz has 1 to {0} questions.", new LabMessage.Limit(COUNT_MAX));
        }
        return questions;
    }

    /// Twenty on networks.
    public static List<Question> builtIn() {
        try {
            return parseAll(BUILT_IN.lines().toList());
        } catch (LabException e) {
            throw new IllegalStateException("the built-in questions are well formed", e);
        }
    }

    private static final String BUILT_IN = """
            Which of these is connection-oriented?|UDP|TCP|IP|ARP|B
            How many bits has an IPv4 address?|16|32|64|128|B
            How many bits has an IPv6 address?|32|64|128|256|C
            What does a TCP connection begin with?|FIN|SYN|RST|PSH|B
            Which port does HTTP usually use?|21|53|80|443|C
            Which port does DNS usually use?|25|53|110|143|B
            What finds the IPv6 address of a neighbour's network card?|ARP|DHCP|Neighbour Discovery|DNS|C
            What is 127.0.0.1?|a broadcast address|the loopback address|a router|a multicast group|B
            Which call waits for a client of a TCP server?|bind|listen|accept|connect|C
            Which call gives a socket its own port?|bind|send|accept|recv|A
            Which of these may be lost without anybody being told?|a TCP segment|a UDP datagram|a file on disk|a TCP \
            connection|B
            What does recv return at the end of a TCP stream?|an error|no bytes|the last byte again|a reset|B
            What is an address like fe80::1 called?|global|link-local|multicast|loopback|B
            What answers a datagram to a closed UDP port?|a TCP reset|nothing ever|an ICMP message|a SYN|C
            What does a socket option SO_BROADCAST allow?|receiving from all|sending to all|sharing a port|a larger \
            buffer|B
            Which name has every computer for itself?|localhost|example.com|router|gateway|A
            What does NAT change in a packet?|its data|its address|its colour|its length only|B
            What does flow control protect?|the network|the receiver|the sender|the router|B
            What does congestion control protect?|the network|the receiver|the sender|the disk|A
            In which order do the bytes of a TCP stream arrive at the program?|as sent|any order|reversed|by size|A
            """;
}
