package io.landline.node.port;

import io.landline.filetransfer.AcceptRule;
import java.nio.file.Path;
import java.util.List;

/// What the user chose about the node, applied at once and stored. Any thread, but not one that must not wait for the
/// disk.
public interface Preferences {
    /// @param interfaces empty: all usable ones
    /// @param addresses typed by hand, `HOST[:PORT]`
    record Chosen(String name, Path downloads, AcceptRule accept, List<String> interfaces, List<String> addresses) {}

    /// A network card as the system has it.
    ///
    /// @param addresses as text
    /// @param used whether Landline announces and listens on it now
    record NetworkAdapter(String name, String title, List<String> addresses, boolean used) {}

    Chosen chosen();

    /// Connected and listening peers hear the new name at once. Throws where the name does not fit.
    void rename(String name) throws CommandException;

    /// From the next file on. Makes the folder where it is missing; throws where nothing can be written into it.
    void setDownloads(Path folder) throws CommandException;

    void setAccept(AcceptRule rule) throws CommandException;

    /// Announcing, hearing, listening and dialling alike; empty: all usable ones.
    void setInterfaces(List<String> names) throws CommandException;

    /// Replaces the typed addresses; new ones are tried at once. Throws where one is no address, and changes nothing
    /// then.
    void setAddresses(List<String> addresses) throws CommandException;

    List<NetworkAdapter> adapters();
}
