package io.landline.node.profile;

import io.landline.identity.DamagedIdentityException;
import io.landline.identity.Identity;
import io.landline.identity.IdentityFile;
import io.landline.log.LogFiles;
import io.landline.node.profile.NodeException.Kind;
import io.landline.settings.Profile;
import io.landline.settings.ProfileInUseException;
import io.landline.settings.ProfileLock;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseFiles;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.DatabaseLocation;
import io.landline.storage.entries.SqliteEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/// How the parts of a profile are opened, one after the other. What was opened is closed where the next part cannot be.
/// Stateless; the caller's thread.
final class ProfileOpening {
    /// The one wall clock of a node, or of what reads in a profile. All else is handed it by [OpenProfile#clock].
    private static final Clock CLOCK = Clock.systemUTC();

    private ProfileOpening() {}

    /// With all that is written at each start.
    ///
    /// @param onShare whether the profile lies on a network share
    static OpenProfile toUse(NodeOptions options, Predicate<Profile> onShare, IntConsumer progress)
            throws NodeException {
        ProfileLock lock = null;
        LogFiles log = null;
        Opened database = null;
        OpenProfile opened = null;
        try {
            Profile profile = Profile.open(OpenProfile.folder(options));
            lock = ProfileLock.acquire(profile);
            log = LogFiles.open(profile.logFolder(),
                    options.verbose() ? LogFiles.Verbosity.VERBOSE : LogFiles.Verbosity.QUIET);
            boolean hadHistory = isOld(profile);
            Identity identity = IdentityFile.loadOrCreate(profile.identityFolder());
            database = ProfileDatabase.open(profile.database(),
                    onShare.test(profile) ? DatabaseLocation.NETWORK_SHARE : DatabaseLocation.LOCAL,
                    hadHistory, progress);
            database.database().whenErasing(profile::clearThumbnails);
            SettingsFile file = SettingsFile.load(profile.settingsFile());
            Settings settings = RunSettings.of(options, file, profile);
            opened = new OpenProfile(lock, log, identity, database, file, settings, true, CLOCK);
            new SqliteEntries(database.database()).restoreDirectPeers(identity.fingerprint());
            opened.words().forgetUnmade();
            if (file.isNew()) {
                file.save(RunSettings.first(options, settings, profile));
            } else {
                file.keepGoodCopy();
            }
            database.database().forgetExchange();
            return opened;
        } catch (ProfileInUseException e) {
            throw new NodeException(Kind.IN_USE, String.valueOf(e.getMessage()), e);
        } catch (DamagedIdentityException | IOException | RuntimeException e) {
            if (opened != null) {
                opened.close();
            } else {
                if (database != null) database.database().close();
                if (log != null) log.close();
                if (lock != null) lock.close();
            }
            if (e instanceof RuntimeException unchecked) throw unchecked;
            throw NodeException.ofProfile(options, e);
        }
    }

    /// A profile in which nothing can be written now: nothing is made, mended or kept.
    ///
    /// @param unopened why it cannot be opened otherwise. It is thrown where the disk is not the reason, and where
    ///        nothing is there that could be read
    static OpenProfile toRead(NodeOptions options, NodeException unopened) throws NodeException {
        ProfileLock lock = null;
        LogFiles log = null;
        Database database = null;
        try {
            if (unopened.kind() != Kind.FAILED) throw unopened;
            Profile profile = openedToRead(options);
            if (!mayBeRead(profile)) throw unopened;
            lock = ProfileLock.acquireToRead(profile);
            log = LogFiles.withoutFiles(
                    options.verbose() ? LogFiles.Verbosity.VERBOSE : LogFiles.Verbosity.QUIET);
            Identity identity = IdentityFile.load(profile.identityFolder());
            database = Database.openToRead(profile.database(), String.valueOf(unopened.getMessage()));
            SettingsFile file = SettingsFile.load(profile.settingsFile());
            return new OpenProfile(lock, log, identity, new Opened(database, Found.WHOLE, null), file,
                    RunSettings.of(options, file, profile), false, CLOCK);
        } catch (ProfileInUseException e) {
            throw new NodeException(Kind.IN_USE, String.valueOf(e.getMessage()), e);
        } catch (DamagedIdentityException | IOException | RuntimeException e) {
            if (database != null) database.close();
            if (log != null) log.close();
            if (lock != null) lock.close();
            if (e instanceof RuntimeException unchecked) throw unchecked;
            unopened.addSuppressed(e);
            throw unopened;
        }
    }

    private static Profile openedToRead(NodeOptions options) throws NodeException {
        try {
            Profile profile = Profile.openToRead(OpenProfile.folder(options));
            profile.requireReadable(profile.database());
            return profile;
        } catch (IOException e) {
            throw NodeException.ofProfile(options, e);
        }
    }

    /// Whether the profile or its database cannot be written, and a database can be read.
    private static boolean mayBeRead(Profile profile) throws IOException {
        Path database = profile.database();
        if (!Files.isReadable(database) || Files.size(database) == 0) return false;
        return !Files.isWritable(profile.folder()) || new DatabaseFiles(database).unwritable() != null
                || Profile.fullDisk(profile.folder()) != null;
    }

    /// Whether a profile is so old that it must have a history. Somebody who just made one may still be at the first
    /// start.
    private static boolean isOld(Profile profile) throws IOException {
        Path fingerprint = profile.identityFolder().resolve("identity.fingerprint");
        if (Files.exists(profile.trustFile())) return true;
        if (!Files.exists(fingerprint)) return false;
        return Files.getLastModifiedTime(fingerprint)
                .toInstant()
                .isBefore(CLOCK.instant().minus(OpenProfile.OLD_AFTER));
    }
}
