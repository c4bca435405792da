package io.landline.bare;

import com.sun.tools.attach.VirtualMachine;
import io.landline.bare.ScreenWatch.Seen;
import io.landline.fixture.BuiltLauncher;
import io.landline.process.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A program that starts Landline's window and a bare one of JavaFX in turn, and prints how soon each is painted, what
/// is seen before, and what memory each has after some minutes. Only what stands beside each other in one run can be
/// compared.
///
/// The bare window is started by Landline's Java, with Landline's options and module path. It has no cache, since Java
/// takes Landline's for no other program. What it would take with a cache of its own stands beside it.
///
/// Arguments: `--rounds N` (5) starts of each; `--minutes N` (5) until memory is looked at, 0 for no such look;
/// `--pictures FOLDER` keeps what was seen of one start; `--java OPTION` one more option of Java for Landline alone, to
/// try it, as often as needed; `--image FOLDER` an image or an installed package in place of this checkout. Its Java
/// has no way in for the agent that uses the Lab, so that one is left out.
final class BareWindowTable {
    private static final int ENTRIES_FEW = 20;
    private static final int ENTRIES_MANY = 2_000;
    private static final int SEEN_SECONDS = 6;
    private static final double RATIO_MAX = 1.5;
    /// Of the image, beside a bare window that has a cache too.
    private static final double IMAGE_RATIO_MAX = 1.4;
    private static final double ABOVE_MB_MAX = 60;
    private static final double ABOVE_USED_MB_MAX = 120;
    private static final double WHITE_PERCENT_MAX = 2;

    private int rounds = 5;
    private int minutes = 5;
    private @Nullable Path pictures;
    private @Nullable Path image;
    private final List<String> options = new ArrayList<>();

    private BareWindowTable(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
                case "--minutes" -> minutes = Integer.parseInt(arguments[++i]);
                case "--pictures" -> pictures = typed(arguments[++i]);
                case "--image" -> image = typed(arguments[++i]);
                case "--java" -> options.add(arguments[++i]);
                default -> throw new IllegalArgumentException("unknown: " + arguments[i]);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        var table = new BareWindowTable(arguments);
        Path built = BuiltLauncher.path().resolveSibling("app").resolve("target");
        Path image = table.image;
        try (var scratch = ScratchFolder.make("landline-bare");
                VirtualScreen screen = VirtualScreen.open(scratch.path())) {
            var launches = image == null
                    ? Launches.ofCheckout(built, scratch.path())
                    : Launches.ofImage(image, scratch.path());
            launches.prepare();
            VirtualScreen used = screen != null && opens(launches, screen, scratch.path()) ? screen : null;
            System.out.println(used == null
                    ? "No window opens under Xvfb here (it needs xvfb and libgtk-3-0): both on the Headless platform."
                    : "Both windows under Xvfb.");
            table.measure(launches, scratch.path(), used);
        }
        System.exit(0);
    }

    /// From the folder in which the user called the script.
    private static Path typed(String path) {
        return Path.of(System.getenv().getOrDefault("LANDLINE_STARTED_IN", "")).resolve(path).toAbsolutePath();
    }

    private static boolean opens(Launches launches, VirtualScreen screen, Path scratch) throws Exception {
        try {
            painted(StartedWindow.start(launches.bare(false), screen, scratch.resolve("errors"), null));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void measure(Launches launches, Path scratch, @Nullable VirtualScreen screen) throws Exception {
        var few = PreparedProfile.make(scratch, "few", ENTRIES_FEW);
        var errors = scratch.resolve("errors");
        var bare = new Times();
        var uncached = new Times();
        var landline = new Times();
        for (int round = -1; round < rounds; round++) { // the first only warms the system's file cache
            long bareMillis = painted(StartedWindow.start(launches.bare(true), screen, errors, null));
            long landlineMillis = painted(StartedWindow.start(
                    launches.landline(options, few.folder(), few.udpPort()), screen, errors, few.log()));
            long uncachedMillis = painted(StartedWindow.start(launches.bare(false), screen, errors, null));
            if (round < 0) continue;
            bare.add(bareMillis);
            uncached.add(uncachedMillis);
            landline.add(landlineMillis);
        }
        System.out.printf("%nFirst page painted, milliseconds after the start of the process; median (least - most) of"
                + " %d%n", rounds);
        System.out.printf("  bare window, with a cache of its own  %s%n", bare);
        System.out.printf("  bare window, without a cache          %s%n", uncached);
        System.out.printf("  Landline                              %s%n", landline);
        ratio("a bare window", landline.median() / uncached.median(), image == null ? RATIO_MAX : 0);
        ratio("a bare window with a cache", landline.median() / bare.median(), image == null ? 0 : IMAGE_RATIO_MAX);
        if (screen != null) {
            look("bare", launches.bare(false), screen, errors, null);
            look("Landline", launches.landline(options, few.folder(), few.udpPort()), screen, errors, few.log());
        }
        if (minutes > 0) remember(launches, scratch, screen, few);
    }

    /// @param most 0 for no bar
    private static void ratio(String beside, double ratio, double most) {
        String judged = most == 0 ? "" : " (bar %.1f: %s)".formatted(most, ratio <= most ? "holds" : "missed");
        System.out.printf("  Landline beside %s: %.2f%s%n", beside, ratio, judged);
    }

    private static long painted(StartedWindow window) throws Exception {
        try (window) {
            return window.paintedMillis();
        }
    }

    /// Prints what is on the screen from the start on.
    private void look(String name, List<String> command, VirtualScreen screen, Path errors, @Nullable Path log)
            throws Exception {
        try (var watch = new ScreenWatch(screen);
                var window = StartedWindow.start(command, screen, errors, log)) {
            long painted = window.paintedMillis();
            TimeUnit.SECONDS.sleep(SEEN_SECONDS);
            watch.close();
            System.out.printf("%nSeen of %s, which says that it is painted after %,d ms%n", name, painted);
            List<Seen> all = watch.seen(window.startMillis());
            for (int i = 0; i < all.size(); i++) {
                Seen seen = all.get(i);
                if (seen.isEmpty()) continue;
                int[] off = watch.offCentre(i);
                boolean bad = seen.millis() < painted && seen.whitePercent() > WHITE_PERCENT_MAX;
                System.out.printf("  %,6d ms: %d, %d to %d, %d; %.1f %% white%s; %d, %d off its centre; %.1f %% unlike"
                        + " the last%n", seen.millis(), seen.left(), seen.top(), seen.right(), seen.bottom(),
                        seen.whitePercent(), bad ? " (WHITE)" : "", off[0], off[1], seen.differsPercent());
            }
            if (pictures != null) {
                watch.save(Files.createDirectories(pictures.resolve(name)), window.startMillis());
            }
        }
    }

    /// Prints what memory each has after those minutes; all run at the same time.
    private void remember(Launches launches, Path scratch, @Nullable VirtualScreen screen, PreparedProfile few)
            throws Exception {
        if (image != null) {
            rememberUnused(launches, scratch, screen, few);
            return;
        }
        var many = PreparedProfile.make(scratch, "many", ENTRIES_MANY);
        Path errors = scratch.resolve("errors-used");
        try (var bare = StartedWindow.start(launches.bare(false), screen, scratch.resolve("errors"), null);
                var plain = StartedWindow.start(launches.landline(options, few.folder(), few.udpPort()), screen,
                        scratch.resolve("errors"), few.log());
                var used = StartedWindow.start(launches.landline(options, many.folder(), many.udpPort()), screen,
                        errors, many.log())) {
            for (StartedWindow each : List.of(bare, plain, used)) each.paintedMillis();
            use(used, launches.agent());
            TimeUnit.MINUTES.sleep(minutes);
            Resident bareMemory = Resident.of(bare.pid());
            Resident plainMemory = Resident.of(plain.pid());
            Resident usedMemory = Resident.of(used.pid());
            System.out.printf("%nResident memory after %d minutes%n  bare window               %s%n", minutes,
                    bareMemory);
            print("Landline                  ", plainMemory, bareMemory, ABOVE_MB_MAX);
            print("Landline, room of %,d and a used Lab".formatted(ENTRIES_MANY), usedMemory, bareMemory,
                    ABOVE_USED_MB_MAX);
        }
    }

    private void rememberUnused(Launches launches, Path scratch, @Nullable VirtualScreen screen, PreparedProfile few)
            throws Exception {
        Path errors = scratch.resolve("errors");
        try (var cached = StartedWindow.start(launches.bare(true), screen, errors, null);
                var bare = StartedWindow.start(launches.bare(false), screen, errors, null);
                var plain = StartedWindow.start(launches.landline(options, few.folder(), few.udpPort()), screen,
                        errors, few.log())) {
            for (StartedWindow each : List.of(cached, bare, plain)) each.paintedMillis();
            TimeUnit.MINUTES.sleep(minutes);
            Resident cachedMemory = Resident.of(cached.pid());
            Resident bareMemory = Resident.of(bare.pid());
            Resident memory = Resident.of(plain.pid());
            System.out.printf("%nResident memory after %d minutes%n  bare window               %s%n", minutes,
                    bareMemory);
            System.out.printf("  bare window with a cache  %s%n", cachedMemory);
            double above = memory.all() - cachedMemory.all();
            System.out.printf("  Landline                  %s: %.0f MB above the one with a cache (bar %.0f: %s)%n",
                    memory, above, ABOVE_MB_MAX, above <= ABOVE_MB_MAX ? "holds" : "missed");
        }
    }

    private static void use(StartedWindow window, Path agent) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(window.pid()));
        try {
            machine.loadAgent(agent.toString());
        } catch (IOException e) {
            throw new IOException("the Lab could not be used", e);
        } finally {
            machine.detach();
        }
    }

    private static void print(String what, Resident memory, Resident bare, double most) {
        double above = memory.all() - bare.all();
        System.out.printf("  %s %s: %.0f MB above the bare window (bar %.0f: %s)%n", what, memory, above, most,
                above <= most ? "holds" : "missed");
    }
}
