package io.landline.ui.network;

import io.landline.node.port.PacketTap.Way;
import java.util.List;
import java.util.Set;

/// An interface with what passed by it. Immutable; any thread.
///
/// @param name as the system calls it; empty for what passed by interfaces that it does not tell
/// @param title as people call it; empty where that is the same
/// @param ways out of it to everybody
/// @param used whether Landline announces on it and hears by it now
/// @param network the network that it is in; empty where nobody else is, or where it is not used
/// @param listeningOnly whether nothing is announced nor accepted in that network
record InterfaceRow(String name, String title, List<String> addresses, Set<Way> ways, boolean used, String network,
        boolean listeningOnly, Traffic traffic) {}
