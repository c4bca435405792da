package io.landline.ui.transfers;

import io.landline.filetransfer.TransferState;
import io.landline.node.port.Contacts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the node said of all offers at one moment. Immutable.
///
/// @param unreached what [FileTransfers#unreached] says
/// @param recent what [FileTransfers#recent] says
/// @param asked the offers that were asked for by name
/// @param found their transfers
/// @param withdrawn those of them that were taken back
/// @param again own offers that were made again, of those that were asked about now
/// @param people those that this node knows; nobody where it does not matter
record LoadedTransfers(List<UnreachedOffer> unreached, List<Transfer> recent, Set<String> asked, List<Transfer> found,
        Set<String> withdrawn, Set<String> again, List<Contact> people) {

    /// Reads the disk.
    ///
    /// @param toldOf own offers of which it is known whether they were made again; gets those that are asked about
    static LoadedTransfers read(FileTransfers node, Contacts contacts, Set<String> asked, Set<String> toldOf) {
        List<UnreachedOffer> unreached = node.unreached(); // first: one that is reached meanwhile is a transfer then
        List<Transfer> found = asked.isEmpty() ? List.of() : node.ofOffers(List.copyOf(asked));
        Set<String> withdrawn = asked.isEmpty() ? Set.of() : node.withdrawn(List.copyOf(asked));
        List<Transfer> recent = node.recent();
        boolean matters = Stream.concat(recent.stream(), found.stream())
                .anyMatch(each -> each.state() != TransferState.DONE);
        List<String> incomplete = Stream.concat(recent.stream(), found.stream())
                .filter(LoadedTransfers::isIncomplete)
                .map(each -> each.ids().offer())
                .filter(offer -> !toldOf.contains(offer))
                .distinct()
                .toList();
        Set<String> again = incomplete.isEmpty() ? Set.of() : node.offeredAgain(incomplete);
        toldOf.addAll(incomplete);
        return new LoadedTransfers(UnreachedOffer.without(unreached, recent), recent, asked, found, withdrawn, again,
                matters ? contacts.contacts() : List.of());
    }

    /// Ours, over, and not all of it arrived.
    private static boolean isIncomplete(Transfer each) {
        boolean whole = each.state() == TransferState.DONE && each.progress().failures().none();
        return each.direction() == Direction.OUT && !each.state().isOpen() && !whole;
    }

    List<Transfer> found(String offer) {
        return found.stream().filter(each -> each.ids().offer().equals(offer)).toList();
    }

    /// Whether an offer was taken back before anybody saw it.
    boolean isOver(String offer) {
        return withdrawn.contains(offer) && found(offer).isEmpty();
    }

    /// The recent ones, newest offer first.
    Map<String, List<Transfer>> byOffer() {
        var offers = new LinkedHashMap<String, List<Transfer>>();
        for (Transfer each : recent) offers.computeIfAbsent(each.ids().offer(), _ -> new ArrayList<>()).add(each);
        return offers;
    }

    /// The conversations that tell of changes which no event tells of. In some of them something may be taken: their
    /// people may be blocked. Others hold own offers that have reached nobody: they may be taken back.
    Set<String> watched() {
        Stream<String> toTake = Stream.concat(recent.stream(), found.stream())
                .filter(each -> each.direction() == Direction.IN && each.state() != TransferState.DONE)
                .flatMap(each -> Stream.of(each.ids().conversation(), each.other().peer().hex()));
        return Stream.concat(toTake, unreached.stream().map(UnreachedOffer::conversation)).collect(Collectors.toSet());
    }
}
