package io.landline.beacon;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/// Which interfaces of this computer a node uses. Stateless; any thread.
public final class InterfaceChoice {
    private InterfaceChoice() {}

    /// Those that a node would use if it ran now.
    ///
    /// @param chosen the names of the only interfaces to use; empty for all usable ones
    public static List<UsableInterface> now(Collection<String> chosen) throws IOException {
        return of(new SystemInterfaces().interfaces(), chosen);
    }

    /// The chosen interfaces; without a choice all but loopback, and loopback where it is all there is.
    static List<UsableInterface> of(List<UsableInterface> all, Collection<String> chosen) {
        if (!chosen.isEmpty()) return all.stream().filter(each -> chosen.contains(each.name())).toList();
        List<UsableInterface> real = all.stream().filter(each -> !each.loopback()).toList();
        return real.isEmpty() ? List.copyOf(all) : real;
    }
}
