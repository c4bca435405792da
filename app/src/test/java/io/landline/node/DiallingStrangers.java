package io.landline.node;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/// A program that begins connections as fast as it can, from each of many IPv6 addresses in turn, and says nothing on
/// them. Prints a line once it has begun a thousand; ends with its input. Arguments: address to dial, its port, first
/// part of the own addresses, how many of these, card.
final class DiallingStrangers {
    private static final int OPEN_MAX = 512;
    private static final int BEGUN = 1_000;

    private DiallingStrangers() {}

    public static void main(String[] arguments) throws IOException {
        var victim = new InetSocketAddress(InetAddress.getByName(arguments[0] + "%" + arguments[4]),
                Integer.parseInt(arguments[1]));
        var own = new InetSocketAddress[Integer.parseInt(arguments[3])];
        for (int i = 0; i < own.length; i++) {
            String address = arguments[2] + Integer.toHexString(i + 1) + "%" + arguments[4];
            own[i] = new InetSocketAddress(InetAddress.getByName(address), 0);
        }
        var open = new ArrayDeque<SocketChannel>();
        for (int begun = 0; System.in.available() == 0; begun++) {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.INET6);
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.bind(own[begun % own.length]);
            channel.configureBlocking(false);
            channel.connect(victim);
            open.addLast(channel);
            if (open.size() > OPEN_MAX) open.removeFirst().close();
            if (begun == BEGUN) System.out.println("begun");
        }
    }
}
