package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// A proxy that is set for the user knows nothing of the neighbours, and must not hear of them.
class NoProxyTest {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void h26_theProxiesOfTheJvmsPropertiesAreNotAskedForAPeer() throws Exception {
        try (ServerSocketChannel proxy = proxy()) {
            String port = String.valueOf(port(proxy));
            assertDialsWithout(proxy,
                    List.of("-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=" + port, "-Dhttp.proxyHost=127.0.0.1",
                            "-Dhttp.proxyPort=" + port, "-Dhttps.proxyHost=127.0.0.1", "-Dhttps.proxyPort=" + port,
                            "-DsocksNonProxyHosts=", "-Dhttp.nonPr"
                                    + "oxyHosts=")); // else Java never takes a proxy to loopback
        }
    }

    @Test
    void h26_theProxyThatTheSystemSelectsIsNotAskedForAPeer() throws Exception {
        try (ServerSocketChannel proxy = proxy()) {
            assertDialsWithout(proxy, List.of("-D" + ProxiedDial.SELECTED_PROPERTY + "=" + port(proxy)));
        }
    }

    private static ServerSocketChannel proxy() throws IOException {
        ServerSocketChannel proxy = ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        proxy.configureBlocking(false);
        return proxy;
    }

    private static int port(ServerSocketChannel proxy) throws IOException {
        return ((InetSocketAddress) proxy.getLocalAddress()).getPort();
    }

    private static void assertDialsWithout(ServerSocketChannel proxy, List<String> options) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN)) {
            List<String> command = new ArrayList<>(
                    List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(options);
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProxiedDial.class.getName(),
                    String.valueOf(a.port)));
            Process child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try {
                String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(child.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends by itself");
                assertNull(proxy.accept(), "the proxy was asked; " + said);
                assertEquals(ProxiedDial.JOINED, said.strip());
            } finally {
                child.destroyForcibly();
            }
        }
    }
}
