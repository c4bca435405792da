package io.landline.cli;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.RunningNodeClient;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.SignalHandling;
import io.landline.console.WindowRequest;
import io.landline.control.ControlClient;
import io.landline.control.NodeGoneException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import io.landline.room.JoinLink;
import io.landline.settings.DefaultProfile;
import io.landline.settings.Profile;
import io.landline.settings.ProfileLock;
import io.landline.ui.start.WindowApp;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// `landline` without a subcommand: opens the window, or brings the one that is open to the front.
final class WindowStart {
    private static final String PROFILE = "--profile";
    private static final List<String> WITH_VALUE = List.of(PROFILE, "--name", "--room", "--key", "--key-file",
            "--udp-port", "--tcp-port", "--interface", "--peer", "--downloads", "--accept", "--color");
    /// All arguments behind it, up to the next option, are its values.
    private static final String SEND = "--send";
    private static final List<String> WITHOUT_VALUE = List.of("--open", "--minimized", "-v", "--verbose");

    /// For a window that starts or ends. On a slow computer a start takes as long.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private WindowStart() {}

    /// Has the toolkit start while the command line is still read, where that surely opens a window: there is a
    /// display, no subcommand, and no window to bring to the front.
    static void prepare(String[] arguments, Map<String, String> environment) {
        if (isMeant(arguments) && WindowApp.hasDisplay(environment) && !mayRun(arguments)) WindowApp.prepare();
    }

    /// Whether a node may run on the profile that these arguments mean.
    private static boolean mayRun(String[] arguments) {
        try {
            Path folder = DefaultProfile.folder();
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].equals(PROFILE) && i + 1 < arguments.length) folder = Path.of(arguments[i + 1]);
                if (arguments[i].startsWith(PROFILE + "=")) {
                    folder = Path.of(arguments[i].substring(PROFILE.length() + 1));
                }
            }
            return ProfileLock.mayBeHeld(folder);
        } catch (IOException | InvalidPathException e) {
            return true; // who reads the command line says what is wrong
        }
    }

    /// False also where a window is meant, but in a manner not known here: then it opens a little later.
    static boolean isMeant(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String option = arguments[i];
            if (option.equals(SEND)) {
                while (i + 1 < arguments.length && !arguments[i + 1].startsWith("-")) i++;
                continue;
            }
            int value = option.indexOf('=');
            if (value > 0 ? WITH_VALUE.contains(option.substring(0, value)) : WITHOUT_VALUE.contains(option)) continue;
            if (!WITH_VALUE.contains(option)) return false;
            i++;
        }
        return true;
    }

    /// Whether these are options of the window that take no argument behind them.
    static boolean areWhole(String[] arguments) {
        return isMeant(arguments) && !List.of(arguments).contains(SEND);
    }

    /// The index of the subcommand's name, from `from` on: the first argument that is neither an option nor an option's
    /// value. Without one, the number of arguments.
    static int commandPlace(String[] arguments, int from) {
        for (int i = from; i < arguments.length; i++) {
            if (!arguments[i].startsWith("-")) return i;
            if (WITH_VALUE.contains(arguments[i])) i++;
        }
        return arguments.length;
    }

    static int run(NodeOptions options, Map<String, String> environment, WindowRequest asked)
            throws IOException, InterruptedException, CommandFailedException {
        if (!WindowApp.hasDisplay(environment)) {
            throw new CommandFailedException(ExitCode.FAILED, Why.NO_DISPLAY,
                    CommandTexts.of(
                            "There is no display here to open a window on. Without a window: landline node, or landline"
                                    + " demo to see it work."));
        }
        if (isTaken(options, asked)) return ExitCode.DONE;
        try {
            WindowApp.run(options, LandlineCommand.VERSION, asked, () -> handOver(options, asked),
                    quit -> SignalHandling.does(ExitCode.DONE, quit));
        } catch (NodeException e) {
            throw NodeFinder.failed(e);
        }
        return ExitCode.DONE;
    }

    /// Has a window say that the link is broken: the one that is open. Where none is, one opens, but only where nobody
    /// sees what this program prints, as after a click. Then it returns when that one is closed.
    ///
    /// @param seen whether somebody, or a program, reads what is printed
    /// @param refusal gets what failed on the way to the window, as a suppressed exception
    static void tellOfBrokenLink(NodeOptions options, Map<String, String> environment, boolean seen,
            CommandFailedException refusal) throws InterruptedException {
        try {
            if (seen) {
                isTaken(options, WindowRequest.BROKEN_LINK);
            } else {
                run(options, environment, WindowRequest.BROKEN_LINK);
            }
        } catch (IOException | CommandFailedException e) {
            refusal.addSuppressed(e);
        }
    }

    private static boolean handOver(NodeOptions options, WindowRequest asked)
            throws IOException, InterruptedException {
        try {
            return isTaken(options, asked);
        } catch (CommandFailedException e) {
            throw new IOException(e.sentence(), e);
        }
    }

    /// Gives the request to the window that is open on the profile; waits while that starts or ends. False where no
    /// window is open.
    private static boolean isTaken(NodeOptions options, WindowRequest asked)
            throws IOException, InterruptedException, CommandFailedException {
        long began = System.nanoTime();
        while (true) {
            boolean isPatient = System.nanoTime() - began < PATIENCE.toNanos();
            try {
                ControlClient running = NodeFinder.running(options);
                if (running == null) return false;
                if (isRaised(new RunningNodeClient(running, options.verbose()), asked)) return true;
                if (!isPatient) {
                    throw new CommandFailedException(ExitCode.FAILED, Why.NODE_GONE,
                            CommandTexts.of("The node has ended."));
                }
            } catch (IOException e) {
                if (!isPatient || !isStarting(options)) throw e;
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean isStarting(NodeOptions options) throws IOException {
        ProfileLock.Owner owner = ProfileLock.owner(Profile.openToRead(OpenProfile.folder(options)));
        return owner != null && owner.isOnThisHost() && owner.socket() == null;
    }

    /// False where it is ending.
    private static boolean isRaised(NodeConnection node, WindowRequest asked)
            throws IOException, InterruptedException, CommandFailedException {
        try (node) {
            if (asked.minimized()) return true; // it runs, and that was all
            JsonObject raise = JsonLines.command("raise");
            JoinLink link = asked.link();
            if (link != null) link.text().ifPresent(text -> raise.addProperty("link", text));
            if (asked.brokenLink()) raise.addProperty("brokenLink", true);
            List<String> files = asked.files().stream().map(Path::toString).toList();
            if (!files.isEmpty()) raise.add("paths", JsonLines.list(files));
            JsonObject answer = node.command(raise);
            if (EventFields.is(answer, "ok")) return true;
            if (ReasonParser.code(answer) == Code.NODE_GONE) return false;
            throw new CommandFailedException(ExitCode.FAILED, Why.IN_USE,
                    CommandTexts.of(
                            "Landline runs on this profile already, without a window. Stop it first, or choose another"
                                    + " folder with --profile."));
        } catch (NodeGoneException e) {
            return false;
        }
    }
}
