package io.landline.doctor.system;

import io.landline.peer.WrittenAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// IPv6 addresses of this computer that the system does not use, since another one on the link answered for them
/// (duplicate address detection, RFC 4862, section 5.4). Only Linux tells of them. Stateless; any thread.
public final class DuplicateAddresses {
    private static final Path TABLE = Path.of("/proc/net/if_inet6");
    /// Address, number of the card, bits of the prefix, scope, flags, all in hex; the name of the card.
    private static final Pattern LINE = Pattern.compile(
            "([0-9a-f]{32}) [0-9a-f]+ [0-9a-f]+ [0-9a-f]+ ([0-9a-f]{2,8})\\s+(\\S+)\\s*");
    /// `IFA_F_DADFAILED` in Linux' `if_addr.h`.
    private static final int FAILED = 0x08;

    private DuplicateAddresses() {}

    /// As `eth0 (fe80::1)`; none where the system does not tell.
    public static List<String> read() {
        try {
            return parse(Files.readString(TABLE));
        } catch (IOException e) {
            return List.of(); // not Linux, or IPv6 is off
        }
    }

    static List<String> parse(String table) {
        return table.lines().map(LINE::matcher).filter(Matcher::matches).flatMap(DuplicateAddresses::failed).toList();
    }

    private static Stream<String> failed(Matcher line) {
        if ((Long.parseLong(line.group(2), 16) & FAILED) == 0) return Stream.of();
        try {
            InetAddress address = InetAddress.getByAddress(HexFormat.of().parseHex(line.group(1)));
            return Stream.of(line.group(3) + " (" + WrittenAddress.of(address) + ")");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
