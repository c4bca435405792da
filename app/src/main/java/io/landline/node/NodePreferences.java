package io.landline.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.beacon.UsableInterface;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.file.ReceivedFilesFolder;
import io.landline.node.network.OwnAnnouncement;
import io.landline.node.network.TypedPeers;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Preferences;
import io.landline.node.port.Reason;
import io.landline.node.port.TypedAddress;
import io.landline.node.profile.OpenProfile;
import io.landline.peer.PeerName;
import io.landline.peer.TypedNames;
import io.landline.peer.WrittenAddress;
import io.landline.presence.Presence;
import io.landline.session.core.Sessions;
import io.landline.settings.NetworkSettings;
import io.landline.settings.Settings;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the user chose, in the profile's settings, and passed on to the parts that use it. Any thread; waits for the
/// disk.
final class NodePreferences implements Preferences {
    private static final System.Logger LOG = System.getLogger(NodePreferences.class.getName());

    private final OpenProfile profile;
    private final Presence presence;
    private final OwnAnnouncement own;
    private final Sessions sessions;
    private final TypedPeers typed;
    private final Consumer<PeerName> named;

    /// @param named called when the user has chosen a name
    NodePreferences(OpenProfile profile, Presence presence, OwnAnnouncement own, Sessions sessions, TypedPeers typed,
            Consumer<PeerName> named) {
        this.named = named;
        this.profile = profile;
        this.presence = presence;
        this.own = own;
        this.sessions = sessions;
        this.typed = typed;
    }

    @Override
    public Chosen chosen() {
        Settings settings = profile.settings();
        return new Chosen(profile.name().value(), profile.downloads(), settings.accept(),
                settings.network().interfaces(),
                settings.network().peers());
    }

    @Override
    public void rename(String typed) throws CommandException {
        String name = TypedNames.tidy(typed);
        if (!PeerName.mayBeChosen(name)) {
            throw malformed("A name has 1 to " + PeerName.MAX_CODE_POINTS
                    + " characters and no line breaks. The old one stays.");
        }
        var chosen = new PeerName(name);
        profile.choose(settings -> settings.withName(chosen), () -> {
            own.update();
            sessions.nameChanged(chosen);
            named.accept(chosen);
        });
    }

    @Override
    public void setDownloads(Path folder) throws CommandException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().getBytes(UTF_8).length > Settings.PATH_BYTES_MAX) {
            throw malformed("A folder's path has at most " + Settings.PATH_BYTES_MAX + " bytes. The old folder stays.");
        }
        try {
            ReceivedFilesFolder.makeWritable(absolute);
        } catch (IOException e) {
            throw new CommandException(Code.NO_FILE, Reason.FOLDER_NOT_WRITABLE, "Nothing can be written into "
                    + absolute + " (" + e.getClass().getSimpleName() + "). The old folder stays; choose another one.");
        }
        // incoming files ask the profile for the folder
        profile.choose(settings -> settings.withDownloads(absolute), () -> {});
    }

    @Override
    public void setAccept(AcceptRule rule) throws CommandException {
        profile.choose(settings -> settings.withAccept(rule), () -> {}); // the next offer asks the profile
    }

    @Override
    public void setInterfaces(List<String> names) throws CommandException {
        if (names.size() > NetworkSettings.INTERFACES_MAX) {
            throw malformed("At most " + NetworkSettings.INTERFACES_MAX + " interfaces can be chosen.");
        }
        List<String> chosen = names.stream().distinct().toList();
        profile.choose(settings -> settings.withNetwork(network -> network.withInterfaces(chosen)), () -> {
            sessions.useInterfaces(new HashSet<>(chosen));
            presence.useInterfaces(chosen);
        });
    }

    @Override
    public void setAddresses(List<String> addresses) throws CommandException {
        if (addresses.size() > NetworkSettings.PEERS_MAX) {
            throw malformed("At most " + NetworkSettings.PEERS_MAX + " addresses can be kept.");
        }
        for (String text : addresses) {
            TypedAddress address = TypedAddress.parse(text);
            if (address == null || text.getBytes(UTF_8).length > NetworkSettings.ADDRESS_BYTES_MAX) {
                throw malformed(text
                        + " is no address. Type a computer's name or address, with a port behind it if it needs one,"
                        + " like 10.0.0.7:5263. Nothing was changed.");
            }
        }
        List<String> chosen = addresses.stream().distinct().toList();
        profile.choose(settings -> settings.withNetwork(network -> network.withPeers(chosen)), typed::changed);
    }

    private static CommandException malformed(String message) {
        return new CommandException(Code.MALFORMED, message);
    }

    @Override
    public List<NetworkAdapter> adapters() {
        Set<String> used = presence.interfaces().stream().map(UsableInterface::name).collect(Collectors.toSet());
        var adapters = new ArrayList<NetworkAdapter>();
        Set<String> absent = new HashSet<>(profile.settings().network().interfaces());
        try {
            for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
                List<String> addresses = Collections.list(each.getInetAddresses())
                        .stream()
                        .map(WrittenAddress::of)
                        .toList();
                if (addresses.isEmpty() && !absent.contains(each.getName())) continue; // a card without a cable
                absent.remove(each.getName());
                String title = each.getDisplayName() == null ? each.getName() : each.getDisplayName();
                adapters.add(new NetworkAdapter(each.getName(), title, addresses, used.contains(each.getName())));
            }
        } catch (SocketException e) {
            LOG.log(System.Logger.Level.WARNING, "the system does not list its interfaces now", e);
        }
        // chosen, and not plugged in
        absent.forEach(name -> adapters.add(new NetworkAdapter(name, name, List.of(), false)));
        return adapters;
    }
}
