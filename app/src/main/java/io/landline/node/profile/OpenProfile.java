package io.landline.node.profile;

import io.landline.chat.ChatStores;
import io.landline.cost.Standings;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore;
import io.landline.handshake.TrustStore;
import io.landline.identity.Identity;
import io.landline.log.LogFiles;
import io.landline.node.port.CommandException;
import io.landline.peer.PeerName;
import io.landline.room.RoomStore;
import io.landline.settings.DefaultProfile;
import io.landline.settings.Profile;
import io.landline.settings.ProfileFiles;
import io.landline.settings.ProfileLock;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import io.landline.storage.ProfileDatabase;
import io.landline.storage.ProfileDatabase.Opened;
import io.landline.storage.chat.HandInEntries;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.SqliteHeard;
import io.landline.storage.chat.SqliteReceiptTimes;
import io.landline.storage.chat.SqliteRetention;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.choices.SqliteDrafts;
import io.landline.storage.choices.SqliteSaved;
import io.landline.storage.choices.SqliteShelves;
import io.landline.storage.database.Database;
import io.landline.storage.database.StorageException;
import io.landline.storage.entries.SearchRenewal;
import io.landline.storage.search.TimelineSearch;
import io.landline.storage.transfers.SqliteTransfers;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.trust.SqliteTrust;
import io.landline.storage.trust.SqliteWords;
import io.landline.storage.trust.TrustCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A profile with all that is kept in it, locked for this process: identity, settings, database, log. A node stands
/// on one; some subcommands only read in one. Any thread.
public final class OpenProfile implements AutoCloseable {
    /// A profile with an identity of that age has a history; if not, it was lost.
    public static final Duration OLD_AFTER = Duration.ofHours(1);

    private final ProfileLock lock;
    private final LogFiles log;
    private final Identity identity;
    private final Database database;
    private final ProfileTroubles troubles;
    /// Null where nothing can be written.
    private final @Nullable TrustCopy trustCopy;
    private final SqliteTrust trust;
    private final SettingsFile settingsFile;
    private final boolean isNew;
    private final Clock clock;
    private volatile Settings settings;
    /// Held while a choice is kept and applied; taken before the lock of this object.
    private final Object applying = new Object();

    OpenProfile(ProfileLock lock, LogFiles log, Identity identity, Opened opened, SettingsFile settingsFile,
            Settings settings, boolean mayWrite, Clock clock) {
        this.clock = clock;
        this.lock = lock;
        this.log = log;
        this.identity = identity;
        troubles = new ProfileTroubles(lock.profile(), opened, settingsFile.warnings());
        database = opened.database();
        trustCopy = mayWrite ? TrustCopy.open(database, lock.profile().trustFile(), opened.found()) : null;
        trust = new SqliteTrust(database, trustCopy);
        this.settingsFile = settingsFile;
        this.settings = settings;
        isNew = settingsFile.isNew();
    }

    /// The folder that these options mean.
    public static Path folder(NodeOptions options) throws IOException {
        return options.profile() != null ? options.profile() : DefaultProfile.folder();
    }

    /// Whether opening a node will first take a while, since its long history comes from an earlier version.
    public static boolean takesLong(NodeOptions options) {
        try {
            return ProfileDatabase.takesLong(Profile.open(folder(options)).database());
        } catch (IOException e) {
            return false; // opening it will say why
        }
    }

    /// Opens the profile and takes its lock. A new profile gets an identity, and stores the name and the folder that
    /// were given.
    public static OpenProfile open(NodeOptions options) throws NodeException {
        return openTelling(options, _ -> {});
    }

    /// The same, and says how far it is.
    ///
    /// @param progress told how many percent are done, while a long history is brought into the form of this version;
    ///        on this thread
    public static OpenProfile openTelling(NodeOptions options, IntConsumer progress) throws NodeException {
        return open(options, Profile::isOnNetworkShare, progress);
    }

    public static OpenProfile open(NodeOptions options, Predicate<Profile> onShare) throws NodeException {
        return open(options, onShare, _ -> {});
    }

    /// @param onShare whether the profile lies on a network share
    private static OpenProfile open(NodeOptions options, Predicate<Profile> onShare, IntConsumer progress)
            throws NodeException {
        try {
            return ProfileOpening.toUse(options, onShare, progress);
        } catch (StorageException e) {
            if (!e.isDamage()) throw NodeException.ofProfile(options, e);
        }
        try {
            return ProfileOpening.toUse(options, onShare, progress); // the damage is known now, and is treated
        } catch (StorageException e) {
            throw NodeException.ofProfile(options, e);
        }
    }

    /// Opens a profile to read in it. Where nothing can be written there, since it is write-protected or its disk is
    /// full, it is read all the same, as long as nobody has to write for that.
    ///
    /// @param progress as in [#openTelling]
    public static <T> T read(NodeOptions options, IntConsumer progress, Use<T> use) throws NodeException {
        try {
            return use(options, progress, use);
        } catch (NodeException e) {
            OpenProfile profile = ProfileOpening.toRead(options, e);
            try {
                return use.on(profile);
            } catch (NodeException | RuntimeException failed) {
                profile.close();
                if (damage(failed) != null) throw e;
                throw failed;
            }
        }
    }

    /// Something that stands on an open profile.
    public interface Use<T> {
        T on(OpenProfile profile) throws NodeException;
    }

    /// Opens the profile and makes something of it. Damage in the database that shows only then is treated once, by
    /// opening it anew.
    public static <T> T use(NodeOptions options, Use<T> use) throws NodeException {
        return use(options, _ -> {}, use);
    }

    /// @param progress as in [#openTelling]
    public static <T> T use(NodeOptions options, IntConsumer progress, Use<T> use) throws NodeException {
        for (int attempt = 1;; attempt++) {
            OpenProfile profile = openTelling(options, progress);
            try {
                return use.on(profile);
            } catch (NodeException e) {
                profile.close();
                throw e;
            } catch (RuntimeException e) {
                profile.close();
                StorageException storage = damage(e);
                if (storage == null) throw e;
                if (attempt > 1 || !storage.isDamage()) throw NodeException.ofProfile(options, storage);
            }
        }
    }

    /// What the database said, where that is the reason.
    private static @Nullable StorageException damage(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof StorageException storage) return storage;
        }
        return null;
    }

    /// What of this computer is never offered.
    public PrivateFiles privateFiles() {
        return new ProfileFiles(lock.profile());
    }

    /// Whether nothing was kept here before: what is given now is stored.
    public boolean isNew() {
        return isNew;
    }

    /// The wall clock of all that stands on this profile.
    public Clock clock() {
        return clock;
    }

    public Identity identity() {
        return identity;
    }

    /// With this run's options in place of what is stored.
    public Settings settings() {
        return settings;
    }

    /// Takes up something that the user chose, and stores it: what was given for this run beside it is not stored.
    /// Where it cannot be stored it holds until Landline ends, and the exception's message says so. The lock is held
    /// while the file is written, so that of two choices at once none is lost.
    public synchronized void choose(UnaryOperator<Settings> choice) throws IOException {
        settings = choice.apply(settings);
        settingsFile.save(choice.apply(settingsFile.settings()));
    }

    /// Keeps a choice and has it applied. What cannot be stored holds all the same, until Landline ends; that is what
    /// the message says. One after the other: of two choices at once that one is applied last that is kept.
    public void choose(UnaryOperator<Settings> choice, Runnable apply) throws CommandException {
        synchronized (applying) {
            try {
                choose(choice);
            } catch (IOException e) {
                throw new CommandException(CommandException.Code.STORAGE, String.valueOf(e.getMessage()));
            } finally {
                apply.run();
            }
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

    public ProfileTroubles troubles() {
        return troubles;
    }

    public Profile profile() {
        return lock.profile();
    }

    public ProfileLock lock() {
        return lock;
    }

    public TrustStore trust() {
        return trust;
    }

    public RoomStore rooms() {
        return trust;
    }

    public SqliteWords words() {
        return new SqliteWords(database, trust);
    }

    /// Without times of receipts: where no node runs none come.
    public ChatStores chatStores() {
        return SqliteChat.stores(database);
    }

    /// Those of a node.
    public ChatStores chatStores(Standings standings) {
        return SqliteChat.stores(database, identity().fingerprint(), standings, clock);
    }

    public Timelines timelines() {
        return new Timelines(database, identity.fingerprint());
    }

    public TimelineViews timelineViews() {
        return new TimelineViews(database);
    }

    public HandInEntries handInEntries() {
        return new HandInEntries(database);
    }

    public TimelineSearch timelineSearch() {
        return new TimelineSearch(database);
    }

    public SqliteDrafts drafts() {
        return new SqliteDrafts(database);
    }

    public SearchRenewal searchRenewal() {
        return new SearchRenewal(database);
    }

    public SqliteRetention retention() {
        return new SqliteRetention(database);
    }

    public SqliteHeard heard() {
        return new SqliteHeard(database);
    }

    public SqliteSaved saved() {
        return new SqliteSaved(database);
    }

    public SqliteShelves shelves() {
        return new SqliteShelves(database);
    }

    public SqliteReceiptTimes receiptTimes() {
        return new SqliteReceiptTimes(database);
    }

    public ConversationChoices choices() {
        return new ConversationChoices(database, clock);
    }

    public TransferHistory transferHistory() {
        return new TransferHistory(database);
    }

    public TransferStore transfers() {
        return new SqliteTransfers(database);
    }

    /// Closes the database before the lock.
    @Override
    public void close() {
        if (trustCopy != null) trustCopy.close();
        database.close();
        log.close();
        lock.close();
    }
}
