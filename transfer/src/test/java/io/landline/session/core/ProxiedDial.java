package io.landline.session.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;

/// A node in a process of its own, on which a proxy is set: dials the port that is given, on loopback, and says what
/// came of it.
final class ProxiedDial {
    /// A port where a proxy of every kind is, told by the selector of the process as a desktop's settings are.
    static final String SELECTED_PROPERTY = "landline.test.selectedProxy";
    static final String JOINED = "joined";

    private ProxiedDial() {}

    public static void main(String[] args) throws Exception {
        Integer selected = Integer.getInteger(SELECTED_PROPERTY);
        if (selected != null) ProxySelector.setDefault(everythingBy(selected));
        try (TestNode node = TestNode.in(TestNode.OPEN)) {
            node.sessions.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
                    true);
            node.session();
            System.out.println(JOINED);
        } catch (AssertionError e) {
            System.out.println(e.getMessage());
        }
    }

    private static ProxySelector everythingBy(int port) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return List.of(
                        new Proxy(uri.getScheme().startsWith("http") ? Proxy.Type.HTTP : Proxy.Type.SOCKS, address));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress proxy, IOException failure) {}
        };
    }
}
