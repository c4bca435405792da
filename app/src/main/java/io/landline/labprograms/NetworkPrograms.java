package io.landline.labprograms;

import static io.landline.labprograms.CommonSettings.PERCENT_MAX;
import static io.landline.labprograms.CommonSettings.PORT_MAX;
import static io.landline.labprograms.CommonSettings.ofClient;
import static io.landline.labprograms.CommonSettings.ofServer;
import static io.landline.labprograms.CommonSettings.text;
import static io.landline.labprograms.CommonSettings.to;

import io.landline.lab.Experiment;
import io.landline.lab.broadcast.Announcer;
import io.landline.lab.broadcast.BroadcastClient;
import io.landline.lab.broadcast.BroadcastListener;
import io.landline.lab.broadcast.BroadcastServer;
import io.landline.lab.compare.EachSocket;
import io.landline.lab.compare.FailuresOnPurpose;
import io.landline.lab.compare.SlowReader;
import io.landline.lab.compare.UdpAndTcp;
import io.landline.lab.names.Lookup;
import io.landline.lab.names.Reach;
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
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Programs that measure or look at the network: ping and ramp, broadcast, UDP against TCP, names, reach, sockets.
final class NetworkPrograms {
    private static final int COUNT_USUAL = 10;
    private static final int SIZE_USUAL = 64;
    private static final long DELAY_USUAL_MILLIS = PingServer.Settings.AS_SHEET.delayMax().toMillis();

    static final Server PING = new Server(Experiment.PING,
            ofServer(Experiment.PING,
                    Setting.whole("max-delay", 0, PingServer.Settings.DELAY_LONGEST.toMillis(), DELAY_USUAL_MILLIS,
                            "ms"),
                    Setting.whole("loss", 0, PERCENT_MAX, PingServer.Settings.AS_SHEET.lossPercent()),
                    Setting.flag("keep"), Setting.flag("parallel"), anySeed()),
            (values, events) -> UdpServer.start(values.opening(), new PingServer(settings(values)), events));
    static final Caller PING_CLIENT = EchoPrograms.client(Experiment.PING, false,
            (values, _, events) -> new PingClient(values.target(), plan(values), events), plan());
    static final Caller RAMP = EchoPrograms.client(Experiment.RAMP, false,
            (values, _, events) -> new RampClient(values.target(), plan(values), events), plan());

    private static final int TEXT_CHARS_MAX = 1_000;
    private static final int PAUSE_MILLIS_MAX = 3_600_000;
    private static final int PAUSE_MILLIS_USUAL = 2_000;
    private static final int ANNOUNCEMENTS_MAX = 1_000_000;
    static final Server BROADCAST = new Server(Experiment.BROADCAST, broadcastServer(), (values, events) -> UdpServer
            .start(values.opening(), new BroadcastServer(EchoPrograms.charset(values)), events));
    static final Caller BROADCAST_CLIENT = new Caller(Experiment.BROADCAST, "client", List.of(),
            List.of(to("").needed().beginningWith("broadcast"), port(), CommonSettings.family(), Setting.flag("once")),
            false, (values, _, events) -> new BroadcastClient(values.text("to"), values.whole("port"), values.family(),
                    values.is("once"), events));
    static final Caller BROADCAST_LISTENER = new Caller(Experiment.BROADCAST, "listener", List.of("--listen"),
            List.of(port(), CommonSettings.family(), Setting.flag("once")), false, (values, _,
                    events) -> new BroadcastListener(values.whole("port"), values.family(), values.is("once"), events));
    static final Caller ANNOUNCER = new Caller(Experiment.BROADCAST, "announcer", List.of(),
            List.of(text("announce", TEXT_CHARS_MAX, "").beginningWith(BroadcastClient.TEXT), to(""), port(),
                    Setting.whole("every", 1, PAUSE_MILLIS_MAX, PAUSE_MILLIS_USUAL, "ms"),
                    Setting.whole("count", 0, ANNOUNCEMENTS_MAX, 0).beginningWith("5"), CommonSettings.family()),
            false, (values, _, events) -> new Announcer(values.text("to"), values.whole("port"), values.family(),
                    values.text("announce"), values.millis("every"), values.whole("count"), events));

    private static final int MESSAGES_USUAL = 50;
    static final Caller COMPARE = new Caller(Experiment.COMPARE, "run", List.of(),
            List.of(to(""), Setting.whole("port", 1, PORT_MAX, Experiment.COMPARE.port()),
                    Setting.whole("count", 1, UdpAndTcp.MESSAGES_MAX, MESSAGES_USUAL),
                    Setting.whole("loss", 0, PERCENT_MAX, 0), CommonSettings.family(), CommonSettings.seed()),
            false, (values, _, events) -> {
                int count = values.whole("count");
                int loss = values.whole("loss");
                long seed = Long.parseLong(values.text("seed"));
                if (values.text("to").isBlank()) return UdpAndTcp.againstOwnServers(count, loss, seed, events);
                Target target = values.target();
                return new UdpAndTcp(target, target, count, loss, seed, events);
            });
    static final Caller SLOW_READER = new Caller(Experiment.COMPARE, "run", List.of("--slow-reader"), List.of(), false,
            (_, _, events) -> new SlowReader(SlowReader.PHASE, events));

    static final Caller LOOKUP = new Caller(Experiment.LOOKUP, "run", List.of(),
            List.of(Setting.line("service", "[A-Za-z0-9-]{0,64}", ""), Setting.whole("port", 0, PORT_MAX, 0),
                    Setting.line("subject", "[^\\s\\p{Cntrl}]{0,255}", "").beginningWith("localhost").standingAlone()),
            false, (values, _, events) -> new Lookup(values.text("subject"), values.text("service"),
                    values.whole("port"), events));
    static final Caller SERVICES = new Caller(Experiment.LOOKUP, "services", List.of("--services"), List.of(), false,
            (_, _, events) -> new UsualServices(events));
    static final Caller REACH = new Caller(Experiment.REACH, "run", List.of(),
            ofClient(Experiment.UDP_ECHO.port()).stream()
                    .map(each -> each.name().equals("port") ? each.needed() : each)
                    .toList(),
            false, (values, _, events) -> new Reach(values.target(), events));
    static final Caller FAILURES = new Caller(Experiment.REACH, "run", List.of("--explain"), List.of(), false,
            (_, _, events) -> new FailuresOnPurpose(events));
    static final Caller SOCKETS = new Caller(Experiment.SOCKETS, "run", List.of(), List.of(), false,
            (_, _, events) -> new EachSocket(events));

    static final Caller THREADS = new Caller(Experiment.THREADS, "run", List.of(), List.of(anySeed()), false,
            (values, _, events) -> new TwoThreads(TwoThreads.PAUSE_MAX, seed(values), events));

    private NetworkPrograms() {}

    /// Empty: another with each run.
    private static Setting anySeed() {
        return Setting.line("seed", "(-?\\d{1,18})?", "").isRare();
    }

    private static long seed(SettingValues values) {
        String seed = values.text("seed");
        return seed.isEmpty() ? new Random().nextLong() : Long.parseLong(seed);
    }

    private static Setting[] plan() {
        return new Setting[]{Setting.whole("count", 1, PingClient.Plan.COUNT_MAX, COUNT_USUAL),
                Setting.decimal("interval", PingClient.Plan.INTERVAL_SECONDS_MAX, "1"),
                Setting.whole("size", 1, UdpPort.PAYLOAD_BYTES_MAX, SIZE_USUAL), Setting.flag("as-sheet"),
                Setting.flag("keep-server")};
    }

    private static PingClient.Plan plan(SettingValues values) {
        long nanos = (long) (values.decimal("interval") * Duration.ofSeconds(1).toNanos());
        return new PingClient.Plan(values.whole("count"), Duration.ofNanos(nanos), values.whole("size"),
                values.is("as-sheet"), values.is("keep-server"));
    }

    private static PingServer.Settings settings(SettingValues values) {
        return new PingServer.Settings(values.millis("max-delay"), values.whole("loss"), values.is("parallel"),
                values.is("keep"), seed(values));
    }

    private static Setting port() {
        return Setting.whole("port", 1, PORT_MAX, Experiment.BROADCAST.port());
    }

    /// A broadcast is heard on all interfaces only, whatever the page's other servers begin with.
    private static List<Setting> broadcastServer() {
        return ofServer(Experiment.BROADCAST, EchoPrograms.encoding()).stream()
                .map(each -> each.name().equals("host") ? each.beginningWith("") : each)
                .toList();
    }
}
