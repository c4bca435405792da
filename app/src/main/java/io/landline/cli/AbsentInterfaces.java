package io.landline.cli;

import io.landline.cli.terminal.CommandTexts;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said where `--interface` names what this computer does not have. It is no error: a cable or an adapter may
/// come later.
final class AbsentInterfaces {
    private AbsentInterfaces() {}

    /// The sentence for these names; null where all of them are here, or where the system does not tell.
    static @Nullable String sentence(Collection<String> named) {
        if (named.isEmpty()) return null;
        try {
            return sentence(named, NetworkInterface.networkInterfaces().map(NetworkInterface::getName).toList());
        } catch (SocketException e) {
            return null;
        }
    }

    /// @param here names of the interfaces that this computer has, up or down
    static @Nullable String sentence(Collection<String> named, List<String> here) {
        List<String> absent = named.stream().filter(name -> !here.contains(name)).distinct().toList();
        if (absent.isEmpty()) return null;
        String have = here.isEmpty()
                ? ""
                : " " + CommandTexts.of("It has {0}.", String.join(", ", here.stream().sorted().toList()));
        return absent.size() == 1
                ? CommandTexts.of("This computer has no network interface {0} now.", absent.getFirst()) + have + " "
                        + CommandTexts.of("It is used as soon as it comes.")
                : CommandTexts.of("This computer has none of the network interfaces {0} now.",
                        String.join(", ", absent)) + have
                        + " " + CommandTexts.of("They are used as soon as they come.");
    }
}
