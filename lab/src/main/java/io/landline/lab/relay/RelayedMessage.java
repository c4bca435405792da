package io.landline.lab.relay;

import io.landline.lab.LabException;
import io.landline.lab.Payload;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the relay passed on: the sender, as `127.0.0.1/53948`, and the text.
record RelayedMessage(String from, String text) {
    /// The tuple's host and port; IPv6 has more fields behind them.
    private static final Pattern TUPLE = Pattern.compile("\\('([^']*)', (\\d+).*\\)");
    private static final Pattern PASSED_ON = Pattern.compile("([^/\\s]+/\\d{1,5}) ; content : (.*)", Pattern.DOTALL);

    /// Asks the relay for this socket's own address, as `127.0.0.1/53948`.
    static String me(UdpClient socket) throws IOException {
        Matcher me = TUPLE.matcher(socket.ask(Payload.of("hii"), UdpPort.BUFFER_BYTES).shown());
        if (!me.matches()) {
            throw new LabException("This is not a relay: it answered hii with something else than an address.");
        }
        return me.group(1) + "/" + me.group(2);
    }

    /// The same for a program that others write to: the header of a message has room for one colon, so no IPv6 address
    /// stands in it.
    static String meInAHeader(UdpClient socket) throws IOException {
        String me = me(socket);
        if (me.contains(":")) {
            throw new LabException("The relay sees this program at {0}. {1}", me, PrimeAsker.IPV4_ALONE);
        }
        return me;
    }

    /// @param text without a colon, which this protocol cannot carry
    static Payload message(String to, String text) {
        return Payload.of("to:" + to + ";content:" + text);
    }

    /// Null where it is something else: the relay's own answer, or not of this protocol.
    static @Nullable RelayedMessage of(Payload payload) {
        String text = payload.text();
        Matcher parts = PASSED_ON.matcher(text == null ? "" : text);
        return parts.matches() ? new RelayedMessage(parts.group(1), parts.group(2)) : null;
    }
}
