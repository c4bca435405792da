package io.landline.node.profile;

import io.landline.peer.PeerName;
import io.landline.settings.DefaultName;
import io.landline.settings.DefaultProfile;
import io.landline.settings.NetworkSettings;
import io.landline.settings.Profile;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings of one run. Stateless; any thread; looks at the disk.
final class RunSettings {
    private RunSettings() {}

    /// What is stored, with what was given for this run in its place.
    static Settings of(NodeOptions options, SettingsFile file, Profile profile) {
        Settings stored = file.settings();
        PeerName name = options.name() != null
                ? options.name()
                : stored.name() != null ? stored.name() : DefaultName.suggest();
        Path downloads = options.downloads() != null
                ? options.downloads()
                : stored.downloads() != null
                        ? stored.downloads()
                        : usualDownloads(profile);
        Settings run = stored.withName(name).withDownloads(downloads.toAbsolutePath());
        if (options.accept() != null) run = run.withAccept(options.accept());
        return run.withNetwork(network -> given(options.network(), network));
    }

    private static NetworkSettings given(NodeOptions.Network options, NetworkSettings stored) {
        NetworkSettings run = stored;
        if (options.udpPort() != null) run = run.withUdpPort(options.udpPort());
        if (options.tcpPort() != null) run = run.withTcpPort(options.tcpPort());
        return options.interfaces().isEmpty() ? run : run.withInterfaces(options.interfaces());
    }

    /// What is stored at a profile's first start. A stick is elsewhere on the next computer: of its folder for files
    /// nothing is stored, unless one was given.
    static Settings first(NodeOptions options, Settings run, Profile profile) {
        if (options.downloads() != null || profile.portableDownloads() == null) return run;
        return run.withoutDownloads();
    }

    private static Path usualDownloads(Profile profile) {
        Path beside = profile.portableDownloads();
        if (beside != null) return beside;
        Path home = DefaultProfile.home();
        return usualDownloads(home != null ? home : Path.of("."));
    }

    /// Among the user's other downloads, where there is a folder of them.
    static Path usualDownloads(Path home) {
        Path usual = home.resolve("Downloads");
        return (Files.isDirectory(usual) ? usual : home).resolve("Landline");
    }
}
