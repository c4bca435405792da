/// The network page: interfaces, presence datagrams as they pass, and who came and went.
///
/// - Page: [NetworkPage], its model [NetworkViewModel] over a [NetworkWatch], which watches the wire from the first
///   opening on.
/// - Datagrams: kept by [DatagramLog], named by [DatagramNames], chosen by [DatagramFilter]. Each is a [DatagramRow],
///   shown by [DatagramsPane] in a [DatagramCell], in the words of [DatagramFormatter], opened by [DatagramDetails]. A
///   file of them: [DatagramExport], from the [SaveMenu].
/// - Interfaces: [InterfacesPane] with an [InterfaceCard] for each [InterfaceRow]; what passed by one is its [Traffic].
/// - Comings and goings: [PresenceChangeLog] keeps each [PresenceChange], [PresenceChangesPane] shows them.
/// - Lists of this page: [FollowedList] keeps the end in sight, [EmptyList] stands where there are no rows.
@NullMarked
package io.landline.ui.network;

import org.jspecify.annotations.NullMarked;
