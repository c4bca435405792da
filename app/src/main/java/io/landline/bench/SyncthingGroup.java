package io.landline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Processes of syncthing that share one folder, each with each: the first has the files, the others receive them. They
/// know each other's addresses on 127.0.0.1, and look for nobody. One thread; [#close] from any.
final class SyncthingGroup implements AutoCloseable {
    private final Path program;
    private final Path folder;
    private final int receivers;
    private final List<SyncthingDevice> devices = new ArrayList<>(); // guarded by this
    private boolean closed; // guarded by this

    /// @param folder where their homes and the shared folders go; it is there, and empty
    SyncthingGroup(Path program, Path folder, int receivers) {
        this.program = program;
        this.folder = folder;
        this.receivers = receivers;
    }

    /// Starts them, and waits until each is connected with each.
    ///
    /// @throws IOException if that fails; its message tells the user why
    void start() throws IOException, InterruptedException {
        var members = new ArrayList<SyncthingConfig.Member>();
        List<Integer> ports = SyncthingConfig.freePorts(2 * (receivers + 1));
        var made = new ArrayList<SyncthingDevice>();
        for (int n = 0; n <= receivers; n++) {
            SyncthingDevice device = SyncthingDevice.make(program, folder.resolve("device" + n), ports.get(2 * n));
            members.add(new SyncthingConfig.Member(device.id(), ports.get(2 * n + 1)));
            made.add(device);
        }
        for (int n = 0; n <= receivers; n++) {
            synchronized (this) {
                if (closed) throw new IOException("It was ended.");
                devices.add(made.get(n));
                made.get(n).start(members, n);
            }
        }
        for (SyncthingDevice each : made) each.awaitListening();
        for (SyncthingDevice each : made) {
            for (SyncthingConfig.Member other : members) {
                if (!other.id().equals(each.id())) each.awaitConnected(other.id());
            }
        }
    }

    /// Puts a file into the shared folder of the first, and takes it away again when all had it.
    ///
    /// @return seconds from when the first is asked to look at it until the last one has it under its name
    double share(Path file) throws IOException {
        List<SyncthingDevice> all;
        synchronized (this) {
            all = List.copyOf(devices);
        }
        SyncthingDevice origin = all.getFirst();
        List<SyncthingDevice> others = all.subList(1, all.size());
        String name = file.getFileName().toString();
        Path shared = Files.createLink(origin.shared().resolve(name), file);
        long begin = System.nanoTime();
        origin.scan(name);
        for (SyncthingDevice each : others) each.awaitFinished(name, "update");
        double seconds = (System.nanoTime() - begin) / 1e9;
        Files.delete(shared);
        origin.scan(name);
        for (SyncthingDevice each : others) each.awaitFinished(name, "delete");
        return seconds;
    }

    @Override
    public synchronized void close() {
        closed = true;
        devices.forEach(SyncthingDevice::end);
        devices.forEach(SyncthingDevice::close);
    }
}
