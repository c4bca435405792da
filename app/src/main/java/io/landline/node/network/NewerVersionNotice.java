package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import io.landline.session.version.NewerVersions;
import io.landline.settings.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/// Says once that people of rooms with a key use a newer Landline. A file in the profile holds the number that was said
/// last; where it cannot be written, the next start says it again. Nothing is fetched. Any thread.
public final class NewerVersionNotice {
    static final String FILE = "newer-version";
    private static final System.Logger LOG = System.getLogger(NewerVersionNotice.class.getName());
    /// Three numbers of five digits, their points, and a line's end.
    private static final int FILE_BYTES_MAX = 18;

    private final Path file;
    private final ProgramVersion own;
    private final EventBus events;
    private final NewerVersions newer;

    public NewerVersionNotice(Path profile, ProgramVersion own, EventBus events) {
        file = profile.resolve(FILE);
        this.own = own;
        this.events = events;
        newer = new NewerVersions(own, saidLast());
    }

    private ProgramVersion saidLast() {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > FILE_BYTES_MAX) return own;
            return ProgramVersion.of(Files.readString(file, StandardCharsets.ISO_8859_1).strip()).orElse(own);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "which version was told of last is not known", e);
            return own;
        }
    }

    /// A member of a room with a key told the version that runs there.
    public void heard(Fingerprint person, ProgramVersion version) {
        synchronized (newer) {
            newer.heard(person, version).ifPresent(this::say);
        }
    }

    private void say(ProgramVersion version) {
        try {
            AtomicFile.write(file, (version.text() + "\n").getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "that a version was told of cannot be noted", e);
        }
        events.publish(new Warning(WarningCode.NEWER_VERSION, "People in your rooms use Landline " + version.text()
                + ", which is newer than this one (" + own.text()
                + "). Ask the person who installed it here; Landline fetches nothing by itself.",
                List.of(version.text(), own.text())));
    }
}
