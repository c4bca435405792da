package io.landline.doctor.system;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Why the system did not send something, in English where a check looks for that. Java hands on the words of the
/// system, and Linux says them in the language of the user. Stateless; any thread.
public final class SendErrors {
    /// What a firewall says (`EPERM`).
    static final String NOT_PERMITTED = "operation not permitted";
    /// What a security module or a route says (`EACCES`).
    static final String DENIED = "permission denied";
    /// Any port: nothing is sent.
    private static final int DISCARD_PORT = 9;

    private SendErrors() {}

    /// Any other reason is in the words of the system.
    public static String inEnglish(IOException failure) {
        String message = failure.getMessage();
        String said = message == null || message.isBlank() ? failure.toString() : message;
        return OperatingSystem.here() == OperatingSystem.LINUX ? Words.OF_THIS_SYSTEM.inEnglish(said) : said;
    }

    /// How this system says the two, found out by what it lets nobody do.
    record Words(String notPermitted, String denied) {
        static final Words OF_THIS_SYSTEM = new Words(notPermittedHere(), deniedHere());

        String inEnglish(String said) {
            if (said.equalsIgnoreCase(NOT_PERMITTED) || said.equalsIgnoreCase(DENIED)) return said;
            if (said.equals(notPermitted)) return NOT_PERMITTED;
            return said.equals(denied) ? DENIED : said;
        }

        /// A folder has one name.
        private static String notPermittedHere() {
            try {
                Path folder = Files.createTempDirectory("landline-");
                try {
                    Files.createLink(folder.resolve("second"), folder);
                } catch (FileSystemException e) {
                    return Objects.requireNonNullElse(e.getReason(), NOT_PERMITTED);
                } finally {
                    Files.delete(folder);
                }
            } catch (IOException e) {
                return NOT_PERMITTED; // as good as not asked
            }
            return NOT_PERMITTED;
        }

        /// A socket has to say first that it means to broadcast.
        private static String deniedHere() {
            try (var channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
                channel.send(ByteBuffer.allocate(1),
                        new InetSocketAddress(InetAddress.ofLiteral("127.255.255.255"), DISCARD_PORT));
            } catch (BindException e) { // what Java makes of this error alone
                return Objects.requireNonNullElse(e.getMessage(), DENIED);
            } catch (IOException e) {
                return DENIED; // loopback is down
            }
            return DENIED;
        }
    }
}
