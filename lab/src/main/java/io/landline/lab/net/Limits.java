package io.landline.lab.net;

import java.time.Duration;

/// How much a server takes. One student's client, run normally, feels none of it; a program that runs away is held.
///
/// @param messagesPerSecond from one source address
/// @param idle a connection that moves no byte for this long is closed
public record Limits(int messagesPerSecond, Duration idle) {
    public static final int MESSAGES_PER_SECOND = 200;
    public static final int BYTES_PER_SECOND = 64 * 1024;
    /// From all sources together.
    public static final int MESSAGES_PER_SECOND_IN_ALL = 2_000;
    public static final int CONNECTIONS_MAX = 64;
    public static final int CONNECTIONS_PER_ADDRESS_MAX = 16;
    public static final Duration IDLE = Duration.ofMinutes(5);

    public static final Limits STANDARD = new Limits(MESSAGES_PER_SECOND, IDLE);

    public Limits withMessagesPerSecond(int messages) {
        return new Limits(messages, idle);
    }
}
