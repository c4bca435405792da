package io.landline.labprograms;

import static io.landline.labprograms.CommonSettings.changed;
import static io.landline.labprograms.CommonSettings.ofClient;
import static io.landline.labprograms.CommonSettings.ofServer;
import static io.landline.labprograms.CommonSettings.text;

import io.landline.lab.Experiment;
import io.landline.lab.clock.TimeServer;
import io.landline.lab.compare.Load;
import io.landline.lab.echo.IpChoiceClient;
import io.landline.lab.echo.IpChoiceServer;
import io.landline.lab.echo.TcpChatClient;
import io.landline.lab.echo.TcpChatServer;
import io.landline.lab.echo.TcpEchoClient;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.TcpHelloClient;
import io.landline.lab.echo.TcpHelloServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpArgsClient;
import io.landline.lab.echo.UdpEchoClient;
import io.landline.lab.echo.UdpEchoServer;
import io.landline.lab.echo.UdpHelloClient;
import io.landline.lab.echo.UdpHelloServer;
import io.landline.lab.net.ServerMode;
import io.landline.lab.net.TcpServer;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpServer;
import io.landline.lab.net.UnixSockets;
import io.landline.lab.web.HttpClient;
import io.landline.lab.web.HttpServer;
import io.landline.labprograms.Program.Caller;
import io.landline.labprograms.Program.Server;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/// Programs that answer each message by itself: echoes, greetings, lengths, the time, a page.
final class EchoPrograms {
    static final Server UDP_ECHO = new Server(Experiment.UDP_ECHO,
            ofServer(Experiment.UDP_ECHO, transform(),
                    Setting.whole("buffer", 1, UdpPort.PAYLOAD_BYTES_MAX, UdpEchoServer.BUFFER_BYTES)
                            .isRare()
                            .help("N", "server: bytes read of a datagram (default: {usual})")),
            (values, events) -> UdpServer.start(values.serverOptions(),
                    new UdpEchoServer(transform(values), values.whole("buffer")), events));
    static final Caller UDP_ECHO_CLIENT = client(Experiment.UDP_ECHO, true,
            (values, typed, events) -> new UdpEchoClient(values.target(), 0, typed, events));

    static final Server TCP_ECHO = new Server(Experiment.TCP_ECHO,
            ofServer(Experiment.TCP_ECHO, mode(), transform()),
            (values, events) -> TcpServer.start(values.serverOptions(), mode(values), tcpEcho(values), events));
    static final Caller TCP_ECHO_CLIENT = client(Experiment.TCP_ECHO, true,
            (values, typed, events) -> TcpEchoClient.to(values.target(), typed, events));
    private static final int CLIENTS_USUAL = 4;
    static final Caller LOAD = new Caller(Experiment.TCP_ECHO, "load",
            ofClient(Experiment.TCP_ECHO, Setting.whole("load", 1, Load.CLIENTS_MAX, CLIENTS_USUAL)
                    .needed()
                    .choosing()
                    .help("N", "with --to: this many clients at once, and a timeline that shows which waited")),
            false,
            (values, _, events) -> new Load(values.target(), values.whole("load"), events));

    /// Where both ends begin to meet.
    private static final String UNIX_PATH = Path.of(System.getProperty("java.io.tmpdir"), "landline-lab.sock")
            .toString();
    /// Linux takes 108 bytes, with the zero at the end; macOS takes 104, and says so itself.
    private static final int UNIX_PATH_CHARS_MAX = 107;
    static final Server UNIX_ECHO = new Server(Experiment.TCP_ECHO,
            List.of(unix(), mode(), transform(), CommonSettings.once(), CommonSettings.limit()),
            (values, events) -> UnixSockets.start(Path.of(values.text("unix")), values.unaddressed(), mode(values),
                    tcpEcho(values), events));
    static final Caller UNIX_ECHO_CLIENT = new Caller(Experiment.TCP_ECHO, "client",
            List.of(Setting.mark("connect", "with --unix: be the client"), unix()), true,
            (values, typed, events) -> new TcpEchoClient(all -> UnixSockets.connect(Path.of(values.text("unix")), all),
                    typed, events));

    static final Caller UDP_ARGS = client(Experiment.UDP_ARGS, false,
            (values, _, events) -> new UdpArgsClient(values.target(), values.whole("from-port"), values.text("message"),
                    events),
            CommonSettings.fromPort("the port to send from").beginningWith("1600"),
            text("message").needed()
                    .beginningWith("hello from client1")
                    .standingAlone()
                    .help("MESSAGE", "what to send"));

    static final Server TCP_CHAT = new Server(Experiment.TCP_CHAT,
            ofServer(Experiment.TCP_CHAT,
                    Setting.choice("mode", "sequential", "concurrent").help("MODE", "server: {words}")),
            (values, events) -> TcpServer.start(values.serverOptions(),
                    ServerMode.valueOf(values.text("mode").toUpperCase(Locale.ROOT)), new TcpChatServer(), events));
    static final Caller TCP_CHAT_CLIENT = client(Experiment.TCP_CHAT, true,
            (values, typed, events) -> new TcpChatClient(values.target(), typed, events));

    static final Server IP_CHOICE = new Server(Experiment.IP_CHOICE,
            changed(ofServer(Experiment.IP_CHOICE), "host",
                    each -> each.help("H", "server: the address or name to bind (default: localhost)")),
            (values, events) -> TcpServer.start(values.serverOptions(IpChoiceServer.USUAL_HOST), ServerMode.SEQUENTIAL,
                    new IpChoiceServer(), events));
    static final Caller IP_CHOICE_CLIENT = client(Experiment.IP_CHOICE, false,
            (values, _, events) -> new IpChoiceClient(values.target(), values.is("as-sheet"), events),
            Setting.flag("as-sheet", "client: only the first address of the name, as the course's client"));

    static final Server TIME = new Server(Experiment.TIME, ofServer(Experiment.TIME), (values, events) -> TcpServer
            .start(values.serverOptions(), ServerMode.CONCURRENT, new TimeServer(Clock.systemDefaultZone()), events));
    static final Caller TIME_CLIENT = client(Experiment.TIME, true,
            (values, typed, events) -> TcpEchoClient.to(values.target(), typed, events));

    static final Server HTTP = new Server(Experiment.HTTP, ofServer(Experiment.HTTP),
            (values, events) -> TcpServer.start(values.serverOptions(), ServerMode.CONCURRENT, new HttpServer(),
                    events));
    /// The page's own server is nearer than the web's usual port, which the command line takes.
    static final Caller HTTP_CLIENT = new Caller(Experiment.HTTP, "client",
            changed(ofClient(HttpClient.USUAL_PORT, path(),
                    Setting.flag("full", "client: read to the end, not just once")),
                    "port", port -> port.beginningWith(String.valueOf(Experiment.HTTP.port()))),
            false, new MessageStyle(true, _ -> false),
            (values, _, events) -> new HttpClient(values.target(), values.text("path"), values.is("full"), events));

    static final Server UDP_HELLO = new Server(Experiment.UDP_HELLO, ofServer(Experiment.UDP_HELLO, encoding()),
            (values, events) -> UdpServer.start(values.serverOptions(), new UdpHelloServer(charset(values)), events));
    static final Caller UDP_HELLO_CLIENT = client(Experiment.UDP_HELLO, false,
            (values, _, events) -> new UdpHelloClient(values.target(), events));

    static final Server TCP_HELLO = new Server(Experiment.TCP_HELLO, ofServer(Experiment.TCP_HELLO),
            (values, events) -> TcpServer.start(values.serverOptions(), ServerMode.CONCURRENT, new TcpHelloServer(),
                    events));
    static final Caller TCP_HELLO_CLIENT = client(Experiment.TCP_HELLO, false,
            (values, _, events) -> new TcpHelloClient(values.target(), events));

    private EchoPrograms() {}

    static Caller client(Experiment lab, boolean types, Program.Calls calls, Setting... own) {
        return new Caller(lab, "client", ofClient(lab, own), types, calls);
    }

    private static Setting path() {
        return Setting.line("path", "/[!-~]{0," + CommonSettings.TEXT_CHARS_MAX + "}", "/")
                .help("PATH", "client: which page (default: {usual})")
                .wrong("--path takes a path such as /, without blanks.");
    }

    private static Setting unix() {
        return Setting.newPath("unix", true, UNIX_PATH_CHARS_MAX)
                .beginningWith(UNIX_PATH)
                .choosing()
                .help("PATH", "a Unix socket at this path in the place of a TCP port; with --connect as client");
    }

    private static Setting mode() {
        return Setting.choice("mode", "concurrent", "sequential", "one-shot")
                .help("MODE", "server: {words}; one-shot closes after one reply");
    }

    private static ServerMode mode(SettingValues values) {
        return values.text("mode").equals("concurrent") ? ServerMode.CONCURRENT : ServerMode.SEQUENTIAL;
    }

    private static TcpEchoServer tcpEcho(SettingValues values) {
        return new TcpEchoServer(transform(values), values.text("mode").equals("one-shot"));
    }

    private static Setting transform() {
        return Setting.choice("transform", "upper", "lower", "reverse", "length", "rot13")
                .help("WHAT", "server: {words}");
    }

    private static Transform transform(SettingValues values) {
        return Transform.valueOf(values.text("transform").toUpperCase(Locale.ROOT));
    }

    static Setting encoding() {
        return Setting.choice("encoding", "ascii", "utf-8")
                .isRare()
                .help("WHAT", "server: remark what does not fit {words}");
    }

    static Charset charset(SettingValues values) {
        return values.text("encoding").equals("ascii") ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    }
}
