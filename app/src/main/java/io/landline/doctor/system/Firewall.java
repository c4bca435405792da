package io.landline.doctor.system;

import io.landline.doctor.DoctorMessage;
import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The firewall of this computer, as its user may see it: the name that a remedy needs.
public enum Firewall {
    UFW,
    FIREWALLD,
    NFT,
    WINDOWS,
    WINDOWS_PUBLIC,
    MACOS,
    /// None that can be seen; on Linux only root sees the rules of nft.
    NONE_SEEN;

    /// ufw leaves this file readable for all; it has a handful of lines.
    private static final Path UFW_SETTINGS = Path.of("/etc/ufw/ufw.conf");
    /// A value for each kind of network, which all users read.
    private static final String WINDOWS_SETTINGS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess"
            + "\\Parameters\\FirewallPolicy";
    private static final Pattern ENABLED = Pattern.compile("ENABLEFIREWALL\\s+REG_DWORD\\s+0X([01])");
    private static final Pattern STATE = Pattern.compile("STATE\\s+(ON|OFF)");
    private static final Set<String> ON = Set.of("ON", "1");
    /// What a shell takes as it stands.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.:@-]+");
    private static final long SETTINGS_BYTES_MAX = 64 * 1024;

    /// Asks the commands of the system, which takes up to some seconds.
    public static Firewall detect(OperatingSystem system) throws InterruptedException {
        return switch (system) {
            case LINUX, OTHER -> linux(ufwSettings(), SystemCommand.output("firewall-cmd", "--state").orElse(""),
                    SystemCommand.output("nft", "list", "ruleset").orElse(""));
            case WINDOWS -> windows(
                    SystemCommand
                            .output(SystemCommand.POWERSHELL, "-NoProfile", "-Command",
                                    "(Get-NetConnectionProfile).NetworkCategory")
                            .orElse(""),
                    SystemCommand.output("netsh", "advfirewall", "show", "allprofiles", "state").orElse(""),
                    SystemCommand.output("reg", "query", WINDOWS_SETTINGS, "/s", "/v", "EnableFirewall").orElse(""));
            case MACOS -> macOs(
                    SystemCommand.output("/usr/libexec/ApplicationFirewall/socketfilterfw", "--getglobalstate")
                            .orElse(""));
        };
    }

    private static String ufwSettings() {
        try {
            boolean fits = Files.isReadable(UFW_SETTINGS) && Files.size(UFW_SETTINGS) <= SETTINGS_BYTES_MAX;
            return fits ? Files.readString(UFW_SETTINGS) : "";
        } catch (IOException e) {
            return ""; // as good as not there: ufw is one of several
        }
    }

    static Firewall linux(String ufwSettings, String firewalldState, String nftRules) {
        if (ufwSettings.lines().anyMatch(line -> line.strip().equals("ENABLED=yes"))) return UFW;
        if (firewalldState.strip().equals("running")) return FIREWALLD;
        return dropsIncoming(nftRules) ? NFT : NONE_SEEN;
    }

    /// Whether a chain of the input hook drops or rejects anything, itself or by its policy.
    private static boolean dropsIncoming(String nftRules) {
        boolean input = false;
        for (String line : nftRules.lines().map(String::strip).toList()) {
            if (line.startsWith("chain ")) input = false;
            if (line.startsWith("type ") && line.contains(" hook input ")) input = true;
            if (input && (line.contains("policy drop") || line.endsWith(" drop") || line.equals("drop")
                    || line.contains("reject"))) {
                return true;
            }
        }
        return false;
    }

    /// @param states as `netsh` says them, in the language of the system; those of English are known
    /// @param settings as `reg query` prints them, for the other languages: `    EnableFirewall    REG_DWORD    0x1`
    static Firewall windows(String networkCategories, String states, String settings) {
        List<WindowsProfile> said = profiles(states, STATE);
        List<WindowsProfile> known = said.isEmpty() ? profiles(settings, ENABLED) : said;
        List<WindowsProfile> ofPublic = known.stream().filter(WindowsProfile::ofPublic).toList();
        boolean isPublic = networkCategories.lines().anyMatch(line -> line.strip().equals("Public"));
        if (isPublic && isNotOff(ofPublic.isEmpty() ? known : ofPublic)) return WINDOWS_PUBLIC;
        return known.stream().anyMatch(WindowsProfile::on) ? WINDOWS : NONE_SEEN;
    }

    /// Whether the firewall is on in networks of one kind.
    private record WindowsProfile(boolean ofPublic, boolean on) {}

    /// Nothing known is not off.
    private static boolean isNotOff(List<WindowsProfile> known) {
        return known.isEmpty() || known.stream().anyMatch(WindowsProfile::on);
    }

    /// Each stands below its name: `Public Profile Settings:` of `netsh`, `HKEY_…\PublicProfile` of the registry.
    private static List<WindowsProfile> profiles(String printed, Pattern state) {
        var found = new ArrayList<WindowsProfile>();
        boolean ofPublic = false;
        for (String line : printed.lines().map(each -> each.strip().toUpperCase(Locale.ROOT)).toList()) {
            if (line.endsWith(":") || line.startsWith("HKEY_")) ofPublic = line.contains("PUBLIC");
            Matcher is = state.matcher(line);
            if (is.matches()) found.add(new WindowsProfile(ofPublic, ON.contains(is.group(1))));
        }
        return found;
    }

    /// `Firewall is enabled. (State = 1)`; where it blocks all, `Firewall is blocking …. (State = 2)`.
    static Firewall macOs(String state) {
        return state.contains("enabled") || state.contains("blocking") ? MACOS : NONE_SEEN;
    }

    /// How to let Landline in, for a person at a computer with this firewall.
    ///
    /// @param cards names of the network interfaces by which nothing comes in
    public DoctorMessage remedy(FirewallPorts ports, List<String> cards) {
        return switch (this) {
            case UFW, FIREWALLD -> DoctorMessage.of("firewall.commands.remedy",
                    commands(ports, cards).replace("\n", " && "));
            case NFT -> DoctorMessage.of("firewall.nft.remedy", ports.from(), ports.to());
            case WINDOWS -> DoctorMessage.of("firewall.windows.remedy", windowsCommand("UDP", ports));
            case WINDOWS_PUBLIC -> DoctorMessage.of("firewall.windows-public.remedy", windowsCommand("UDP", ports));
            case MACOS -> DoctorMessage.of("firewall.macos.remedy");
            case NONE_SEEN -> DoctorMessage.of("firewall.unseen.remedy", ports.from(), ports.to());
        };
    }

    /// What of the remedy can be typed as it stands; empty where it is no command.
    public String commands(FirewallPorts ports, List<String> cards) {
        String span = ports.first() + ":" + ports.last();
        return switch (this) {
            case UFW -> "sudo ufw allow " + span + "/udp\nsudo ufw allow " + span + "/tcp";
            case FIREWALLD -> cards.stream()
                    .map(card -> "sudo firewall-cmd --permanent --zone=\"" + zone(card) + "\" --add-port="
                            + ports.range()
                            + "/udp --add-port=" + ports.range() + "/tcp\n")
                    .collect(Collectors.joining())
                    + "sudo firewall-cmd --reload";
            case WINDOWS, WINDOWS_PUBLIC -> windowsCommand("UDP", ports) + "\n" + windowsCommand("TCP", ports);
            case NFT, MACOS, NONE_SEEN -> "";
        };
    }

    /// What a shell puts in the place of this is the zone that holds for the card. Without a zone, `firewall-cmd`
    /// changes the default one, which may hold for another card alone.
    private static String zone(String card) {
        String word = PLAIN.matcher(card).matches() ? card : "'" + card.replace("'", "'\\''") + "'";
        return "$(firewall-cmd --get-zone-of-interface=" + word + " || firewall-cmd --get-default-zone)";
    }

    private static String windowsCommand(String protocol, FirewallPorts ports) {
        return "netsh advfirewall firewall add rule name=Landline dir=in action=allow protocol=" + protocol
                + " localport=" + ports.range();
    }

    /// The rest of a sentence: `nothing` is never claimed of rules that could not be read.
    public Optional<DoctorMessage> seen() {
        return switch (this) {
            case UFW -> Optional.of(DoctorMessage.of("firewall.ufw"));
            case FIREWALLD -> Optional.of(DoctorMessage.of("firewall.firewalld"));
            case NFT -> Optional.of(DoctorMessage.of("firewall.nft"));
            case WINDOWS -> Optional.of(DoctorMessage.of("firewall.windows"));
            case WINDOWS_PUBLIC -> Optional.of(DoctorMessage.of("firewall.windows-public"));
            case MACOS -> Optional.of(DoctorMessage.of("firewall.macos"));
            case NONE_SEEN -> Optional.empty();
        };
    }
}
