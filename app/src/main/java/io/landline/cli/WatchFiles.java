package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.capture.CaptureFile;
import io.landline.capture.CaptureFile.Existing;
import io.landline.capture.CapturedDatagram;
import io.landline.capture.HexDump;
import io.landline.capture.Pcap;
import io.landline.cli.file.OutputFile;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The files that `watch` fills: pcap, text, both or none. Confined to the main thread; any thread may close them.
final class WatchFiles implements AutoCloseable {
    private static final String PORT = " port ";

    private record Target(Path path, CaptureFile file) {}

    private final @Nullable Target pcap;
    private final @Nullable Target text;

    private WatchFiles(@Nullable Target pcap, @Nullable Target text) {
        this.pcap = pcap;
        this.text = text;
    }

    /// Refuses what cannot be opened, as far as that is seen without touching anything: before a node is started for
    /// it.
    static void check(@Nullable Path pcap, @Nullable Path text, Existing existing) throws CommandFailedException {
        if (pcap != null && text != null
                && pcap.toAbsolutePath().normalize().equals(text.toAbsolutePath().normalize())) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--write and --text name the same file; give each its own."));
        }
        refuseToReplace(pcap, existing);
        refuseToReplace(text, existing);
    }

    private static void refuseToReplace(@Nullable Path path, Existing existing) throws CommandFailedException {
        if (path != null && existing == Existing.KEPT && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw isThere(path);
        }
    }

    /// Opens the named files; opens none if one of them exists already and must be kept.
    static WatchFiles open(@Nullable Path pcap, @Nullable Path text, Existing existing) throws CommandFailedException {
        check(pcap, text, existing);
        Target first = pcap == null ? null : new Target(pcap, create(pcap, existing));
        try {
            if (first != null) append(first, Pcap.head());
            return new WatchFiles(first, text == null ? null : new Target(text, create(text, existing)));
        } catch (CommandFailedException e) {
            close(first);
            throw e;
        }
    }

    /// Notes a `datagram` event.
    ///
    /// @param line what a person reads of it
    void write(JsonObject event, String line) throws CommandFailedException {
        if (pcap == null && text == null) return;
        byte[] packet = HexFormat.of().parseHex(EventFields.text(event, "packet"));
        if (pcap != null) append(pcap, Pcap.record(captured(event, packet)));
        if (text != null) append(text, (line + "\n" + HexDump.of(packet) + "\n").getBytes(UTF_8));
    }

    static CapturedDatagram captured(JsonObject event, byte[] packet) {
        InetSocketAddress other = end(EventFields.text(event, "address"));
        InetSocketAddress own = end(EventFields.text(event, "own"));
        Instant at = Instant.parse(EventFields.text(event, "at"));
        boolean in = EventFields.text(event, "direction").equals("in");
        return CapturedDatagram.between(at, in ? other : own, in ? own : other, packet);
    }

    /// The scope of a link-local address is a number of this computer, and no part of a packet.
    private static InetSocketAddress end(String text) {
        int port = text.lastIndexOf(PORT);
        int scope = text.indexOf('%');
        String address = text.substring(0, scope < 0 ? port : scope);
        return new InetSocketAddress(InetAddress.ofLiteral(address),
                Integer.parseInt(text.substring(port + PORT.length())));
    }

    private static CaptureFile create(Path path, Existing existing) throws CommandFailedException {
        try {
            return CaptureFile.open(path, existing);
        } catch (FileAlreadyExistsException e) {
            throw isThere(path);
        } catch (NoSuchFileException e) {
            throw OutputFile.notMade(path.toString(), path);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, Why.CANNOT_WRITE,
                    CommandTexts.of("Cannot write to {0} ({1}); choose another place.", path,
                            CommandFailedException.reason(e)));
        }
    }

    private static CommandFailedException isThere(Path path) {
        return new CommandFailedException(ExitCode.USAGE, Why.FILE_EXISTS,
                CommandTexts.of("{0} is there already and was left as it is. Choose another name, or overwrite it with"
                        + " --force.",
                        path));
    }

    private static void append(Target target, byte[] record) throws CommandFailedException {
        try {
            target.file.append(record);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, Why.CANNOT_WRITE,
                    CommandTexts.of("Cannot write to {0} any more ({1})."
                            + " What was written before is kept; make room or choose another place, and watch again.",
                            target.path, CommandFailedException.reason(e)));
        }
    }

    @Override
    public void close() {
        close(pcap);
        close(text);
    }

    private static void close(@Nullable Target target) {
        if (target == null) return;
        try {
            target.file.close();
        } catch (IOException e) { // every record went to the system when it was appended: nothing is lost
            System.getLogger(WatchFiles.class.getName()).log(System.Logger.Level.DEBUG, "closing " + target.path, e);
        }
    }
}
