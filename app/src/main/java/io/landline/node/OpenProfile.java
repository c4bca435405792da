package io.landline.node;

import io.landline.chat.ChatStores;
import io.landline.filetransfer.TransferStore;
import io.landline.handshake.TrustStore;
import io.landline.identity.DamagedIdentityException;
import io.landline.identity.Identity;
import io.landline.identity.IdentityFile;
import io.landline.log.LogFiles;
import io.landline.node.NodeException.Kind;
import io.landline.room.RoomStore;
import io.landline.settings.DefaultName;
import io.landline.settings.Profile;
import io.landline.settings.ProfileInUseException;
import io.landline.settings.ProfileLock;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import io.landline.storage.Database;
import io.landline.storage.Disk;
import io.landline.storage.SqliteChat;
import io.landline.storage.SqliteTransfers;
import io.landline.storage.SqliteTrust;
import io.landline.storage.Timelines;
import io.landline.storage.TransferHistory;
import io.landline.peer.PeerName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A profile with all that is kept in it, locked for this process: identity, settings, database, log. A [Node] stands on one; some
/// subcommands only read in one. Any thread.
public final class OpenProfile implements AutoCloseable {
    private final ProfileLock lock;
    private final LogFiles log;
    private final Identity identity;
    private final Database database;
    private final SettingsFile settingsFile;
    private final boolean isNew;
    private volatile Settings settings;

    private OpenProfile(ProfileLock lock, LogFiles log, Identity identity, Database database, SettingsFile settingsFile,
            Settings settings) {
        this.lock = lock;
        this.log = log;
        this.identity = identity;
        this.database = database;
        this.settingsFile = settingsFile;
        this.settings = settings;
        isNew = settingsFile.isNew();
    }

    /// The folder that these options mean.
    public static Path folder(NodeOptions options) throws IOException {
        return options.profile() != null ? options.profile() : Profile.defaultFolder();
    }

    /// Opens the profile and takes its lock. A new profile gets an identity, and stores the name and the folder that were given.
    public static OpenProfile open(NodeOptions options) throws NodeException {
        return open(options, Profile::isOnNetworkShare);
    }

    /// @param onShare whether the profile lies on a network share
    static OpenProfile open(NodeOptions options, Predicate<Profile> onShare) throws NodeException {
        ProfileLock lock = null;
        LogFiles log = null;
        Database database = null;
        try {
            Profile profile = Profile.open(folder(options));
            lock = ProfileLock.acquire(profile);
            log = LogFiles.open(profile.logFolder(), options.verbose() ? LogFiles.Verbosity.VERBOSE : LogFiles.Verbosity.QUIET);
            Identity identity = IdentityFile.loadOrCreate(profile.identityFolder());
            database = Database.open(profile.database(), onShare.test(profile) ? Disk.NETWORK_SHARE : Disk.LOCAL);
            SettingsFile file = SettingsFile.load(profile.settingsFile());
            Settings settings = settings(options, file);
            var opened = new OpenProfile(lock, log, identity, database, file, settings);
            if (file.isNew()) {
                file.save(settings);
            } else {
                file.keepGoodCopy();
            }
            return opened;
        } catch (ProfileInUseException e) {
            throw new NodeException(Kind.IN_USE, message(e), e);
        } catch (DamagedIdentityException | IOException e) {
            if (database != null) database.close();
            if (log != null) log.close();
            if (lock != null) lock.close();
            throw new NodeException(Kind.FAILED, message(e), e);
        }
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        return message == null ? "The profile cannot be opened: " + e : message;
    }

    /// What is stored, with what was given for this run in its place.
    private static Settings settings(NodeOptions options, SettingsFile file) {
        Settings stored = file.settings();
        PeerName name = options.name() != null ? options.name() : stored.name() != null ? stored.name() : DefaultName.suggest();
        Path downloads = options.downloads() != null
                ? options.downloads()
                : stored.downloads() != null ? stored.downloads() : usualDownloads();
        return new Settings(name, downloads.toAbsolutePath(), options.accept() != null ? options.accept() : stored.accept(),
                options.udpPort() != null ? options.udpPort() : stored.udpPort(),
                options.tcpPort() != null ? options.tcpPort() : stored.tcpPort(),
                options.interfaces().isEmpty() ? stored.interfaces() : options.interfaces(), stored.peers(), stored.listeningOnly());
    }

    private static Path usualDownloads() {
        Path home = Path.of(System.getProperty("user.home", "."));
        Path usual = home.resolve("Downloads");
        return (Files.isDirectory(usual) ? usual : home).resolve("Landline");
    }

    /// Whether nothing was kept here before: what is given now is stored.
    public boolean isNew() {
        return isNew;
    }

    public Identity identity() {
        return identity;
    }

    /// With this run's options in place of what is stored.
    public Settings settings() {
        return settings;
    }

    /// Takes up something that the user chose, and stores it: what was given for this run beside it is not stored. Where it cannot be
    /// stored it holds until Landline ends, and the exception's message says so.
    synchronized void choose(UnaryOperator<Settings> choice) throws IOException {
        settings = choice.apply(settings);
        settingsFile.save(choice.apply(settingsFile.settings()));
    }

    /// Keeps a choice and has it applied. What cannot be stored holds all the same, until Landline ends; that is what the message says.
    void choose(UnaryOperator<Settings> choice, Runnable apply) throws CommandException {
        try {
            choose(choice);
        } catch (IOException e) {
            throw new CommandException(CommandException.Code.STORAGE, String.valueOf(e.getMessage()));
        } finally {
            apply.run();
        }
    }

    public PeerName name() {
        PeerName name = settings.name();
        if (name == null) throw new IllegalStateException("opening chose a name");
        return name;
    }

    public Path downloads() {
        Path downloads = settings.downloads();
        if (downloads == null) throw new IllegalStateException("opening chose a folder");
        return downloads;
    }

    /// Sentences for the user about settings that could not be read.
    public List<String> warnings() {
        return settingsFile.warnings();
    }

    public Profile profile() {
        return lock.profile();
    }

    public ProfileLock lock() {
        return lock;
    }

    public TrustStore trust() {
        return new SqliteTrust(database);
    }

    public RoomStore rooms() {
        return new SqliteTrust(database);
    }

    ChatStores chatStores() {
        return SqliteChat.stores(database);
    }

    Timelines timelines() {
        return new Timelines(database, identity.fingerprint());
    }

    TransferHistory transferHistory() {
        return new TransferHistory(database);
    }

    TransferStore transfers() {
        return new SqliteTransfers(database);
    }

    /// Closes the database first, the lock last.
    @Override
    public void close() {
        database.close();
        log.close();
        lock.close();
    }
}
