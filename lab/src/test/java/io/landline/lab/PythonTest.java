package io.landline.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.lab.echo.TcpChatServer;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.file.FileServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpServer;
import io.landline.lab.ping.PingServer;
import io.landline.lab.relay.RelayServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Student programs in Python, written from the course's sheets alone: one process plays them all.
class PythonTest {
    private static final String PROGRAM = """
            import socket, sys
            udp, tcp, chat, ping, secret, relay = map(int, sys.argv[1:7])
            def u(family, host, port, *texts):
                with socket.socket(family, socket.SOCK_DGRAM) as s:
                    s.settimeout(5)
                    for t in texts:
                        s.sendto(t.encode(), (host, port))
                        print(s.recvfrom(1024)[0].decode())
            def t(family, host, port, *texts):
                with socket.create_connection((host, port), 5) as s:
                    for x in texts:
                        s.send(x.encode())
                        print(s.recv(1024).decode())
            u(socket.AF_INET, '127.0.0.1', udp, 'test v4', '')
            u(socket.AF_INET6, '::1', udp, 'test v6 straße')
            t(socket.AF_INET, '127.0.0.1', tcp, 'hello', 'again')
            t(socket.AF_INET6, '::1', tcp, 'six')
            t(socket.AF_INET, 'localhost', chat, 'Hi', 'Testing Connection', 'Exit')
            u(socket.AF_INET, '127.0.0.1', ping, 'C 64', 'Hello Server', 'exit')
            with socket.create_connection(('localhost', secret), 5) as s:
                s.send(b'SECRET_KEY')
                print(s.recv(1024).decode())
                data = b''
                while True:
                    part = s.recv(1024)
                    if not part: break
                    data += part
                print(len(data), sum(data))
            a = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); a.settimeout(5)
            b = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); b.settimeout(5)
            for s in (a, b): s.sendto(b'hii', ('127.0.0.1', relay))
            def address(s):
                host, port = s.recvfrom(1024)[0].decode()[1:-1].split(',')
                return host.strip("'"), int(port)
            me, you = address(a), address(b)
            assert me == ('127.0.0.1', a.getsockname()[1]), me
            a.sendto(f'to:{you[0]}/{you[1]};content:hello there; a/b'.encode(), ('127.0.0.1', relay))
            print(a.recvfrom(1024)[0].decode())
            print(b.recvfrom(1024)[0].decode().replace(str(me[1]), 'PORT'))
            """;

    @TempDir
    Path folder;

    @Test
    void programsWrittenFromTheSheetsAreServed() throws Exception {
        assumeTrue(hasPython(), "Python 3 is not installed here");
        Path file = folder.resolve("file");
        Files.write(file, "x".repeat(70_000).getBytes(UTF_8));
        var everywhere = ServerOptions.everywhere(0);
        try (var udp = UdpServer.start(everywhere, new UdpEchoServer(Transform.UPPER, 2_048), _ -> {});
                var tcp = TcpServer.start(everywhere, ServerMode.CONCURRENT, new TcpEchoServer(Transform.UPPER, false),
                        _ -> {});
                var chat = TcpServer.start(everywhere, ServerMode.SEQUENTIAL, new TcpChatServer(), _ -> {});
                var ping = UdpServer.start(everywhere,
                        new PingServer(new PingServer.Settings(Duration.ofMillis(5), 0, false, false, 1)), _ -> {});
                var secret = TcpServer.start(everywhere, ServerMode.CONCURRENT, new FileServer(file), _ -> {});
                var relay = UdpServer.start(everywhere, new RelayServer(false), _ -> {})) {
            String printed = run(port(udp), port(tcp), port(chat), port(ping), port(secret), port(relay));
            assertEquals("""
                    TEST V4

                    TEST V6 STRASSE
                    HELLO
                    AGAIN
                    SIX
                    Your data was 2 bytes
                    Your data was 18 bytes
                    Disconnect
                    Buffer Size Calibrated at Server.
                    Packet Acknowledged
                    Stopping the Server.
                    AUTH_SUCCESS
                    70000 8400000
                    200, UDP Packet Sent Successfully
                    127.0.0.1/PORT ; content : hello there; a/b
                    """, printed);
        }
    }

    private static String port(LabServer server) {
        return String.valueOf(((InetSocketAddress) server.local()).getPort());
    }

    private String run(String... ports) throws Exception {
        Path program = folder.resolve("student.py");
        Files.writeString(program, PROGRAM);
        var command = new ProcessBuilder("python3", program.toString());
        command.command().addAll(java.util.List.of(ports));
        command.environment().put("PYTHONIOENCODING", "utf-8");
        Path out = folder.resolve("out");
        Process process = command.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(process.waitFor(Recorder.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        return Files.readString(out);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
