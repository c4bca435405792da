package io.landline.labprograms;

import static io.landline.labprograms.CommonSettings.PORT_MAX;
import static io.landline.labprograms.CommonSettings.changed;
import static io.landline.labprograms.CommonSettings.ofClient;
import static io.landline.labprograms.CommonSettings.ofServer;
import static io.landline.labprograms.CommonSettings.text;
import static io.landline.labprograms.CommonSettings.to;

import io.landline.lab.Client;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.broadcast.Announcer;
import io.landline.lab.broadcast.BroadcastClient;
import io.landline.lab.broadcast.BroadcastListener;
import io.landline.lab.broadcast.BroadcastServer;
import io.landline.lab.compare.EachSocket;
import io.landline.lab.compare.FailuresOnPurpose;
import io.landline.lab.compare.SlowReader;
import io.landline.lab.compare.UdpAndTcp;
import io.landline.lab.names.AddressProbe;
import io.landline.lab.names.Lookup;
import io.landline.lab.names.UsualServices;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpServer;
import io.landline.lab.ping.PingClient;
import io.landline.lab.ping.PingServer;
import io.landline.lab.ping.RampClient;
import io.landline.lab.threads.TwoThreads;
import io.landline.labprograms.Program.Caller;
import io.landline.labprograms.Program.Server;
import io.landline.labprograms.Setting.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Programs that measure or look at the network: ping and ramp, broadcast, UDP against TCP, names, reach, sockets.
final class NetworkPrograms {
    /// Packets of a measurement are told as samples.
    private static final MessageStyle SAMPLES = MessageStyle.without(PingClient::isSampled);
    private static final int COUNT_USUAL = 10;
    private static final int SIZE_USUAL = 64;
    private static final long DELAY_USUAL_MILLIS = PingServer.Settings.AS_SHEET.delayMax().toMillis();

    static final Server PING = new Server(Experiment.PING,
            ofServer(Experiment.PING,
                    Setting.time("max-delay", 0, PingServer.Settings.DELAY_LONGEST.toMillis(), DELAY_USUAL_MILLIS)
                            .help("TIME", "server: the longest delay (default: {usual})"),
                    CommonSettings.loss("server: how many packets are lost",
                            PingServer.Settings.AS_SHEET.lossPercent()),
                    Setting.flag("keep", "server: a client's exit is answered, but the server goes on"),
                    Setting.flag("parallel", "server: a timer for each packet, instead of one after the other"),
                    Setting.seed("").help("N", "server: repeats a run")),
            (values, events) -> UdpServer.start(values.serverOptions(), new PingServer(settings(values)), events));
    static final Caller PING_CLIENT = EchoPrograms.client(Experiment.PING, false,
            (values, _, events) -> new PingClient(values.target(), plan(values), events), plan()).styled(SAMPLES);
    static final Caller RAMP = new Caller(Experiment.RAMP, "client", rampSettings(), false, SAMPLES,
            (values, _, events) -> ramp(values, events));

    private static final int PAUSE_MILLIS_MAX = 86_400_000;
    private static final int PAUSE_MILLIS_USUAL = 2_000;
    private static final int ANNOUNCEMENTS_MAX = 999_999_999;
    static final Server BROADCAST = new Server(Experiment.BROADCAST, broadcastServer(), (values, events) -> UdpServer
            .start(values.serverOptions(), new BroadcastServer(EchoPrograms.charset(values)), events));
    static final Caller BROADCAST_CLIENT = new Caller(Experiment.BROADCAST, "client",
            List.of(toEverybody().needed().choosing().beginningWith("broadcast"), port(), CommonSettings.family(),
                    CommonSettings.once()),
            false, (values, _, events) -> new BroadcastClient(values.text("to"), values.whole("port"), values.family(),
                    values.is("once"), events));
    static final Caller BROADCAST_LISTENER = new Caller(Experiment.BROADCAST, "listener",
            List.of(Setting.mark("listen", "wait for announcements; shares the port with others"), port(),
                    CommonSettings.family(), CommonSettings.once()),
            false, (values, _, events) -> new BroadcastListener(values.whole("port"), values.family(),
                    values.is("once"), events));
    static final Caller ANNOUNCER = new Caller(Experiment.BROADCAST, "announcer",
            List.of(announce(), toEverybody(), port(),
                    Setting.time("every", 1, PAUSE_MILLIS_MAX, PAUSE_MILLIS_USUAL)
                            .help("TIME", "with --announce: how often (default: {usual})"),
                    Setting.whole("count", 0, ANNOUNCEMENTS_MAX, 0)
                            .beginningWith("5")
                            .help("N", "with --announce: how many times (default: until stopped)"),
                    CommonSettings.family()),
            false, (values, _, events) -> new Announcer(values.text("to"), values.whole("port"), values.family(),
                    values.text("announce"), values.millis("every"), values.whole("count"), events));

    private static final int MESSAGES_USUAL = 50;
    static final Caller COMPARE = new Caller(Experiment.COMPARE, "run",
            List.of(to(""), CommonSettings.port(1, Experiment.COMPARE.port()),
                    Setting.whole("count", 1, UdpAndTcp.MESSAGES_MAX, MESSAGES_USUAL)
                            .help("N", "messages each way (default: {usual})"),
                    CommonSettings.loss("how many datagrams are dropped on purpose", 0), CommonSettings.family(),
                    Setting.seed("1").help("N", "repeats the losses of a run")),
            false, MessageStyle.NONE, (values, _, events) -> {
                int count = values.whole("count");
                int loss = values.whole("loss");
                long seed = values.seed();
                if (values.text("to").isBlank()) return UdpAndTcp.againstOwnServers(count, loss, seed, events);
                Target target = values.target();
                return new UdpAndTcp(target, target, count, loss, seed, events);
            });
    static final Caller SLOW_READER = new Caller(Experiment.COMPARE, "run",
            List.of(Setting.mark("slow-reader",
                    "flow control: a receiver that stops reading, and a sender that has to wait")),
            false, MessageStyle.NONE, (_, _, events) -> new SlowReader(SlowReader.PHASE, events));

    static final Caller LOOKUP = new Caller(Experiment.LOOKUP, "run",
            List.of(Setting.flag("self", "this computer's name and addresses").with(Trait.COMMAND_LINE_ONLY),
                    Setting.line("service", "[^\\s\\p{Cntrl}]{0,64}", "").help("S", "the port of this service"),
                    CommonSettings.port(0, 0),
                    Setting.line("subject", "\\P{Cntrl}{0,255}", "")
                            .beginningWith("localhost")
                            .standingAlone()
                            .help("NAME|ADDRESS", "the name or the address to look up")),
            false, (values, _, events) -> new Lookup(values.is("self") ? "" : values.text("subject"),
                    values.text("service"), values.whole("port"), events));
    static final Caller SERVICES = new Caller(Experiment.LOOKUP, "services",
            List.of(Setting.mark("services", "the usual services with port, meaning and RFC")), false,
            (_, _, events) -> new UsualServices(events));
    static final Caller REACH = new Caller(Experiment.REACH, "run",
            changed(changed(ofClient(Experiment.UDP_ECHO.port()), "port",
                    port -> port.needed()
                            .wrong(value -> value.isEmpty()
                                    ? "Say which port: --port P."
                                    : "--port takes a number from 1 to " + PORT_MAX + ".")),
                    "to",
                    to -> to.with(Trait.ALSO_ALONE)
                            .help("HOST", "the host's name or address")
                            .wrong(value -> value.isBlank()
                                    ? "Say which host: landline lab reach HOST --port P."
                                    : "HOST takes a name or an address, without blanks.")),
            false, (values, _, events) -> new AddressProbe(values.target(), events));
    static final Caller FAILURES = new Caller(Experiment.REACH, "run",
            List.of(Setting.mark("explain", "bring about each failure on this computer, and show the sentence")), false,
            (_, _, events) -> new FailuresOnPurpose(events));
    static final Caller SOCKETS = new Caller(Experiment.SOCKETS, "run", List.of(), false,
            (_, _, events) -> new EachSocket(events));

    static final Caller THREADS = new Caller(Experiment.THREADS, "run",
            List.of(Setting.seed("").help("N", "repeats the pauses of a run")), false,
            (values, _, events) -> new TwoThreads(TwoThreads.PAUSE_MAX, values.seed(), events));

    private NetworkPrograms() {}

    private static Setting[] plan() {
        return new Setting[]{Setting.whole("count", 1, PingClient.Plan.COUNT_MAX, COUNT_USUAL)
                .help("N", "client: how many packets (default: {usual})"),
                Setting.decimal("interval", PingClient.Plan.INTERVAL_SECONDS_MAX, "1")
                        .help("SECONDS", "client: from one packet to the next (default: {usual})"),
                Setting.whole("size", 1, UdpPort.PAYLOAD_BYTES_MAX, SIZE_USUAL)
                        .help("N", "client: bytes of a packet (default: {usual})"),
                Setting.flag("as-sheet", "client: send the bare greeting, whatever --size says"),
                Setting.flag("keep-server", "client: do not stop the server at the end")};
    }

    private static PingClient.Plan plan(SettingValues values) {
        long nanos = (long) (values.decimal("interval") * Duration.ofSeconds(1).toNanos());
        return new PingClient.Plan(values.whole("count"), Duration.ofNanos(nanos), values.whole("size"),
                values.is("as-sheet"), values.is("keep-server"));
    }

    private static PingServer.Settings settings(SettingValues values) {
        return new PingServer.Settings(values.millis("max-delay"), values.whole("loss"), values.is("parallel"),
                values.is("keep"), values.seed());
    }

    private static List<Setting> rampSettings() {
        var all = new ArrayList<>(ofClient(Experiment.RAMP, plan()));
        all.add(CommonSettings.exported("csv")
                .help("FILE", "also write packet,interval_s,sent_s,acked_s into this file"));
        return all;
    }

    /// The client. Where a file was chosen, the table of the result is written there when the run is over.
    /// A path to which nothing can be written is refused before anything is sent.
    private static Client ramp(SettingValues values, Consumer<LabEvent> events) throws UnusableSettingException {
        Path file = values.path("csv");
        if (file == null) return new RampClient(values.target(), plan(values), events);
        if (!mayBeWritten(file.toAbsolutePath())) {
            throw new UnusableSettingException(new LabException(RampClient.noTableAt(file)));
        }
        var table = new AtomicReference<>("");
        var client = new RampClient(values.target(), plan(values), events.andThen(event -> {
            if (event instanceof LabEvent.Result(_, RampClient.Result result)) table.set(result.csv());
        }));
        return () -> {
            client.run();
            try {
                Files.writeString(file, table.get());
            } catch (IOException e) {
                throw new LabException(e, RampClient.tableNotWritten(file));
            }
        };
    }

    private static boolean mayBeWritten(Path file) {
        Path folder = file.getParent();
        return Files.exists(file)
                ? !Files.isDirectory(file) && Files.isWritable(file)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private static Setting toEverybody() {
        return to("").help("HOST",
                "client: the word broadcast for everybody, or one address, such as 192.168.1.255 of a subnet");
    }

    private static Setting announce() {
        return text("announce").needed()
                .choosing()
                .beginningWith(BroadcastClient.TEXT)
                .bare(BroadcastClient.TEXT)
                .help("TEXT", "tell everybody this, again and again (default text: " + BroadcastClient.TEXT + ")");
    }

    private static Setting port() {
        return CommonSettings.port(1, Experiment.BROADCAST.port());
    }

    /// A broadcast is heard on all interfaces only, even if the page's other servers begin with another choice.
    private static List<Setting> broadcastServer() {
        return changed(ofServer(Experiment.BROADCAST, EchoPrograms.encoding()), "host", host -> host.beginningWith(""));
    }
}
