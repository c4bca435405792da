package io.landline.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One profile, one node: a lock of the operating system, held for life, so that a crash frees it. Beside it stands who
/// holds it. Any thread.
///
/// A record of another host is believed even where the lock seems free: on a network home locks may not reach other
/// hosts, and two nodes with one identity would tear each other's history apart.
///
/// Nor does a lock file that was removed and made anew set a profile free: a record of a process that lives is
/// believed.
///
/// `HELD` guards itself and each look at a lock file; the file is opened and closed inside. On POSIX systems closing
/// any descriptor of a file gives up all locks of the process on it (fcntl(2)). So no second descriptor may ever be
/// opened beside a held lock.
public final class ProfileLock implements AutoCloseable {
    /// How long a lock may be taken without a record of a living owner: between taking it and writing the record, or
    /// while somebody only looks. Then it is refused without a name. Writing takes a millisecond, on a busy or a
    /// network disk more than a second.
    private static final Duration NAMELESS_MAX = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /// Of this process, by the lock file's key: locks belong to processes, so it is the process that must know.
    private static final Map<Object, ProfileLock> HELD = new HashMap<>();

    private final Profile profile;
    private final Object key;
    /// Null where there is no lock file and none can be made.
    private final @Nullable FileChannel channel;
    /// Whether the file beside the lock says who has it.
    private final boolean hasRecord;
    private volatile Owner owner;
    private boolean closed;

    /// The node that holds a profile.
    ///
    /// @param boot what tells one start of the system from another; empty where the system has no such thing
    /// @param started when the process began, so that a process id that was given again is not taken for it; null where
    ///        unknown
    /// @param ticks the same on Linux, counted from the system's start: setting the clock moves `started`, which is
    ///            reckoned from the time of day, and not this; null on other systems
    /// @param socket where it listens for other subcommands; null until it does
    /// @param folder the key of the profile's folder on its disk, so that a copy of the folder is not taken for it;
    ///            null in a record of an earlier version
    public record Owner(String host, String boot, long pid, @Nullable Instant started, @Nullable Long ticks,
            @Nullable Path socket, @Nullable String folder) {
        /// As an earlier version recorded it.
        Owner(String host, String boot, long pid, @Nullable Instant started, @Nullable Long ticks,
                @Nullable Path socket) {
            this(host, boot, pid, started, ticks, socket, null);
        }

        /// Whether it runs on this computer, so that its socket is within reach.
        public boolean isOnThisHost() {
            return LocalHost.read().isHostOf(this);
        }

        /// Whether a process of this id, begun at that time, runs here.
        boolean isAlive() {
            return ProcessHandle.of(pid).map(process -> process.isAlive() && isStartOf(process)).orElse(false);
        }

        /// The same, where the system tells when a process began: then it is no other one of that id.
        private boolean isSurelyAlive() {
            return (ticks != null || started != null) && isAlive() && !LocalHost.isZombie(pid);
        }

        private boolean isStartOf(ProcessHandle process) {
            Long now = LocalHost.startTicks(pid);
            if (ticks != null && now != null) return ticks.equals(now);
            Instant began = process.info().startInstant().orElse(null);
            return started == null || began == null || started.equals(began);
        }

        Owner listeningAt(Path socket) {
            return new Owner(host, boot, pid, started, ticks, socket, folder);
        }
    }

    /// One try to get the lock.
    @FunctionalInterface
    private interface Attempt {
        @Nullable
        ProfileLock make() throws IOException;
    }

    private ProfileLock(Profile profile, Object key, @Nullable FileChannel channel, Owner owner, boolean hasRecord) {
        this.hasRecord = hasRecord;
        this.profile = profile;
        this.key = key;
        this.channel = channel;
        this.owner = owner;
    }

    /// Whether a node may run on the profile in this folder: false where surely none does. Asks the disk alone, and
    /// makes nothing.
    public static boolean mayBeHeld(Path folder) {
        return Files.exists(folder.resolve(Profile.OWNER));
    }

    /// Takes the lock, or throws a [ProfileInUseException] that names who has it. Takes up to five seconds if the
    /// holder has not written its record yet.
    public static ProfileLock acquire(Profile profile) throws IOException {
        LocalHost host = LocalHost.read();
        return acquire(profile, self(host, profile), host);
    }

    /// Takes the lock to read in a profile that cannot be written to: without a record of who has it. Nobody else can
    /// write there meanwhile. Throws and waits as [#acquire] does.
    public static ProfileLock acquireToRead(Profile profile) throws IOException {
        LocalHost host = LocalHost.read();
        return acquire(profile, host, () -> tryAcquireToRead(profile, host));
    }

    private static @Nullable ProfileLock tryAcquireToRead(Profile profile, LocalHost host) throws IOException {
        synchronized (HELD) {
            // without its lock file, as a copy may be, no node runs on it, and none can start
            boolean canBeLocked = Files.exists(profile.lockFile()) || Files.isWritable(profile.folder());
            Object key = canBeLocked ? keyOf(profile.lockFile()) : profile.lockFile();
            ProfileLock ours = HELD.get(key);
            if (ours != null) throw inUse(profile, ours.owner);
            Owner recorded = LockOwnerFile.read(profile.ownerFile());
            if (recorded != null && !host.isHostOf(recorded)) throw elsewhere(profile, recorded);
            if (holdsAnotherFile(profile, recorded, host)) throw inUse(profile, recorded);
            FileChannel channel = canBeLocked ? tryLockToRead(profile) : null;
            if (canBeLocked && channel == null) return null;
            var lock = new ProfileLock(profile, key, channel, self(host, profile), false);
            HELD.put(key, lock);
            return lock;
        }
    }

    private static Owner self(LocalHost host, Profile profile) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        return new Owner(host.name(), host.boot(), self.pid(), self.info().startInstant().orElse(null),
                LocalHost.startTicks(self.pid()), null, keyOfFolder(profile));
    }

    static ProfileLock acquire(Profile profile, Owner self, LocalHost host) throws IOException {
        return acquire(profile, host, () -> tryAcquire(profile, self, host));
    }

    /// @param attempt the lock; null where another process has it
    private static ProfileLock acquire(Profile profile, LocalHost host, Attempt attempt) throws IOException {
        long began = System.nanoTime();
        while (true) {
            ProfileLock lock = attempt.make();
            if (lock != null) return lock;
            Owner other = LockOwnerFile.read(profile.ownerFile());
            if (isNamed(other, host) || System.nanoTime() - began > NAMELESS_MAX.toNanos()) throw inUse(profile, other);
            pause();
        }
    }

    private static boolean isNamed(@Nullable Owner recorded, LocalHost host) {
        return recorded != null && (!host.isHostOf(recorded) || recorded.isAlive());
    }

    private static @Nullable ProfileLock tryAcquire(Profile profile, Owner self, LocalHost host) throws IOException {
        synchronized (HELD) {
            Object key = keyOf(profile.lockFile());
            ProfileLock ours = HELD.get(key);
            if (ours != null) throw inUse(profile, ours.owner);
            FileChannel channel = tryLock(profile);
            if (channel == null) return null;
            try {
                Owner before = LockOwnerFile.read(profile.ownerFile());
                if (before != null && !host.isHostOf(before)) throw elsewhere(profile, before);
                if (holdsAnotherFile(profile, before, host)) throw inUse(profile, before);
                LockOwnerFile.write(profile.ownerFile(), self);
                var lock = new ProfileLock(profile, key, channel, self, true);
                HELD.put(key, lock);
                return lock;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
    }

    /// Who holds the profile now; null where nobody does. A record of another host counts, as it does in [#acquire].
    /// Takes up to five seconds while the lock is taken and no record names its holder.
    public static @Nullable Owner owner(Profile profile) throws IOException {
        LocalHost host = LocalHost.read();
        long began = System.nanoTime();
        while (true) {
            Look look = look(profile, host);
            if (look.isSure() || isNamed(look.recorded(), host)) return look.recorded();
            if (System.nanoTime() - began > NAMELESS_MAX.toNanos()) {
                if (look.recorded() == null) throw inUse(profile, null);
                return look.recorded(); // in another container its process id says nothing here
            }
            pause(); // a node begins or ends just now, or somebody else looks
        }
    }

    /// @param isSure whether no second look can tell more
    /// @param recorded who has the profile; null for nobody, or where no record says it
    private record Look(boolean isSure, @Nullable Owner recorded) {}

    private static Look look(Profile profile, LocalHost host) throws IOException {
        synchronized (HELD) {
            Owner recorded = LockOwnerFile.read(profile.ownerFile());
            if (Files.notExists(profile.lockFile())) {
                return new Look(true, holdsAnotherFile(profile, recorded, host) ? recorded : null);
            }
            ProfileLock ours = HELD.get(keyOf(profile.lockFile()));
            if (ours != null) return new Look(true, ours.owner);
            if (recorded != null && (!host.isHostOf(recorded) || holdsAnotherFile(profile, recorded, host))) {
                return new Look(true, recorded);
            }
            FileChannel channel = tryLockToRead(profile);
            if (channel == null) return new Look(false, LockOwnerFile.read(profile.ownerFile()));
            channel.close();
            return new Look(true, null);
        }
    }

    /// Whether who is recorded lives, though the lock file is free: it holds one that was removed meanwhile. A record
    /// goes before its lock is freed, so it is no sign of a node that ends. Where the folder is a copy, so is the
    /// record: it is of the folder that was copied. Inside `HELD` only.
    private static boolean holdsAnotherFile(Profile profile, @Nullable Owner recorded, LocalHost host)
            throws IOException {
        if (recorded == null || !host.isPresentOf(recorded)) return false;
        String folder = keyOfFolder(profile);
        if (recorded.folder() != null && !recorded.folder().equals(folder)) return false;
        if (recorded.pid() != ProcessHandle.current().pid()) return recorded.isSurelyAlive();
        // else it is a record of ours that could not be removed
        return HELD.values().stream().anyMatch(ours -> ours.hasRecord && folder.equals(ours.owner.folder()));
    }

    /// The channel that holds the lock; null where another process does. Inside `HELD` only, and only where this
    /// process holds none.
    private static @Nullable FileChannel tryLock(Profile profile) throws IOException {
        return tryLock(profile, true);
    }

    /// The same, to look or to read. A file that may only be read is locked against those who write alone: two that
    /// read do each other no harm.
    private static @Nullable FileChannel tryLockToRead(Profile profile) throws IOException {
        return tryLock(profile, Files.isWritable(profile.lockFile()));
    }

    private static @Nullable FileChannel tryLock(Profile profile, boolean alone) throws IOException {
        FileChannel channel = FileChannel.open(profile.lockFile(),
                alone ? StandardOpenOption.WRITE : StandardOpenOption.READ);
        try {
            FileLock lock = alone ? channel.tryLock() : channel.tryLock(0, Long.MAX_VALUE, true);
            if (lock != null) return channel;
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("the lock file is open in this process outside of ProfileLock", e);
        } catch (IOException e) {
            channel.close();
            throw new IOException("The folder " + profile.folder() + " cannot be locked (" + e.getMessage()
                    + "); choose one on a disk of this computer with --profile.", e);
        }
        channel.close();
        return null;
    }

    private static Object keyOf(Path lockFile) throws IOException {
        if (Files.notExists(lockFile)) {
            try {
                Files.createFile(lockFile, PrivateFolder.fileMode());
            } catch (FileAlreadyExistsException e) {
                // another start was quicker: the file is all that matters
            }
        }
        Object key = Files.readAttributes(lockFile, BasicFileAttributes.class).fileKey();
        return Objects.requireNonNullElseGet(key, () -> lockFile.toAbsolutePath().normalize());
    }

    private static String keyOfFolder(Profile profile) throws IOException {
        Object key = Files.readAttributes(profile.folder(), BasicFileAttributes.class).fileKey();
        return key != null ? key.toString() : "path " + profile.folder().toRealPath().hashCode(); // Windows has no keys
    }

    private static ProfileInUseException inUse(Profile profile, @Nullable Owner owner) {
        String who = owner == null
                ? "which process it is cannot be told"
                : "process " + owner.pid() + " on " + owner.host();
        return new ProfileInUseException("Landline already runs with the profile " + profile.folder() + ": " + who
                + ". End that one, or choose another folder with --profile.", owner);
    }

    private static ProfileInUseException elsewhere(Profile profile, Owner owner) {
        return new ProfileInUseException("Landline runs with the profile " + profile.folder()
                + " on another computer: process " + owner.pid() + " on " + owner.host()
                + ". Quit it there; if it crashed there, delete " + profile.ownerFile() + " and start again.", owner);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the profile was being opened.", e);
        }
    }

    public Profile profile() {
        return profile;
    }

    /// Writes beside the lock where this node's socket is.
    public void announceSocket(Path socket) throws IOException {
        synchronized (HELD) {
            if (closed) throw new IllegalStateException("the profile's lock is closed");
            Owner listening = owner.listeningAt(socket);
            LockOwnerFile.write(profile.ownerFile(), listening);
            owner = listening;
        }
    }

    /// Removes the record, then frees the lock. A second call does nothing.
    @Override
    public void close() {
        synchronized (HELD) {
            if (closed) return;
            closed = true;
            try (channel) {
                if (hasRecord) Files.deleteIfExists(profile.ownerFile());
            } catch (IOException e) {
                System.getLogger(ProfileLock.class.getName())
                        .log(System.Logger.Level.WARNING, "freeing the profile's lock", e);
            }
            HELD.remove(key);
        }
    }
}
