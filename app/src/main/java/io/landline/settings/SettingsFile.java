package io.landline.settings;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.settings.SettingsContent.Damaged;
import io.landline.settings.SettingsContent.Missing;
import io.landline.settings.SettingsContent.Whole;
import io.landline.settings.SettingsJson.UnusableValue;
import io.landline.settings.SettingsWarning.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The settings on disk: a JSON object that people may edit. Confined to one thread at a time; only the profile's owner
/// saves.
///
/// Beside it stands a last good copy: the content when it was last entirely usable. Where the file is damaged the copy
/// holds, where one value is not usable the copy's value, else the default. Nothing that this version does not
/// understand is lost: unknown keys and unusable values stay in the file, and a damaged file is kept beside when
/// settings are saved.
public final class SettingsFile {
    /// Damaged files that are kept beside; the last place is used again, and what has stood there longest stays.
    private static final int DAMAGED_KEPT_MAX = 9;
    /// Of links that lead to the file.
    private static final int LINKS_MAX = 8;

    private final Path file;
    private final Path goodCopy;
    private final boolean isNew;
    private final List<SettingsWarning> warnings;
    private Settings settings;
    private JsonObject all;
    private boolean keepAside;
    private boolean usable;

    private SettingsFile(Path file, SettingsContent content, SettingsContent good) {
        this.file = file;
        goodCopy = goodCopyOf(file);
        isNew = content instanceof Missing && good instanceof Missing;
        keepAside = content instanceof Damaged;
        Whole base = content instanceof Whole whole ? whole : good instanceof Whole copy ? copy : null;
        all = base == null ? new JsonObject() : base.all();
        SettingsJson.Reading reading = SettingsJson.read(sources(content, good));
        settings = reading.settings();
        usable = content instanceof Whole && reading.problems().isEmpty();
        warnings = warnings(content, base != null, reading);
    }

    private static Path goodCopyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".good");
    }

    private static List<JsonFields> sources(SettingsContent content, SettingsContent good) {
        var sources = new ArrayList<JsonFields>();
        if (content instanceof Whole whole) sources.add(whole.fields());
        if (good instanceof Whole copy) sources.add(copy.fields());
        return sources;
    }

    private List<SettingsWarning> warnings(SettingsContent content, boolean copyHolds, SettingsJson.Reading reading) {
        var list = new ArrayList<SettingsWarning>();
        String instead = copyHolds ? "the last good ones hold" : "the defaults hold";
        switch (content) {
            case Damaged(String reason) -> list.add(new SettingsWarning(Kind.DAMAGED, file, "",
                    "The settings in " + file
                            + " could not be read (" + reason + "): " + instead
                            + ". The file is kept beside when settings are saved."));
            case Missing _ when !isNew -> list.add(new SettingsWarning(Kind.MISSING, file, "",
                    "The settings in " + file + " are missing: " + instead + "."));
            case Missing _, Whole _ -> {
            }
        }
        for (UnusableValue each : reading.problems()) {
            list.add(new SettingsWarning(Kind.VALUE, file, each.key(), "In " + file + " the value of “" + each.key()
                    + "” is not usable: " + each.why()
                    + ". The last good one holds, or the default; the file keeps it."));
        }
        return List.copyOf(list);
    }

    /// Reads the file, and changes nothing on disk. Even if it is damaged, there are settings, and [#warnings] says
    /// what holds.
    public static SettingsFile load(Path file) {
        return new SettingsFile(file, SettingsContent.read(file), SettingsContent.read(goodCopyOf(file)));
    }

    /// Whether there was no file, so that what the user gives now is to be stored.
    public boolean isNew() {
        return isNew;
    }

    public Settings settings() {
        return settings;
    }

    /// For the user: what could not be read, and what holds instead.
    public List<SettingsWarning> warnings() {
        return warnings;
    }

    /// Remembers what was read as the last good copy, if all of it was usable: somebody may have edited the file since
    /// it was saved. For the profile's owner, once it runs. Where the copy cannot be written, the older one stays; the
    /// next save tells the user.
    public void keepGoodCopy() {
        if (!usable) return;
        try {
            AtomicFile.write(goodCopy, SettingsContent.bytesOf(all));
        } catch (IOException e) {
            System.getLogger(SettingsFile.class.getName())
                    .log(System.Logger.Level.WARNING, "the settings' good copy cannot be written", e);
        }
    }

    /// Keeps these settings. An [IOException]'s message is a sentence for the user; the old file is then still whole,
    /// and the old settings hold on disk.
    public void save(Settings chosen) throws IOException {
        JsonObject changed = all.deepCopy();
        SettingsJson.write(changed, settings, chosen);
        try {
            Path target = target();
            if (keepAside) keepBeside(target);
            AtomicFile.write(target, SettingsContent.bytesOf(changed));
        } catch (IOException e) {
            throw new IOException("The settings could not be saved in " + file + " (" + e.getClass().getSimpleName()
                    + ": " + e.getMessage()
                    + "). They hold until Landline ends; check who may write there, and the free space.", e);
        }
        keepAside = false;
        all = changed;
        settings = chosen;
        if (SettingsContent.read(file) instanceof Whole written) {
            usable = SettingsJson.read(List.of(written.fields())).problems().isEmpty();
        }
        keepGoodCopy();
    }

    /// Where a link leads, so that a link to a file in a folder of one's own stays one; the link itself where it leads
    /// nowhere.
    private Path target() throws IOException {
        Path path = file;
        for (int links = 0; Files.isSymbolicLink(path) && links < LINKS_MAX; links++) {
            path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
        }
        Path folder = path.getParent();
        if (Files.isSymbolicLink(path) || folder == null || !Files.isDirectory(folder)) return file;
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path)) {
            throw new IOException("it is not a file");
        }
        return path;
    }

    /// Gives the damaged file a second name, before the first one is taken from it. It is copied where the file system
    /// knows no second names. Else it is moved, which needs no right to read it.
    private static void keepBeside(Path target) throws IOException {
        if (!Files.exists(target)) return;
        Path beside = target;
        for (int i = 1; i <= DAMAGED_KEPT_MAX && (i == 1 || Files.exists(beside, LinkOption.NOFOLLOW_LINKS)); i++) {
            beside = target.resolveSibling(target.getFileName() + ".damaged-" + i);
        }
        Files.deleteIfExists(beside); // only where every place is taken
        try {
            Files.createLink(beside, target);
        } catch (UnsupportedOperationException | IOException e) {
            copyOrMove(target, beside, e);
        }
    }

    private static void copyOrMove(Path from, Path to, Exception noLink) throws IOException {
        try {
            Files.copy(from, to);
        } catch (AccessDeniedException e) {
            Files.move(from, to);
        } catch (IOException e) {
            e.addSuppressed(noLink);
            throw e;
        }
    }
}
