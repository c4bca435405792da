/// What a node does with its sockets: presence, sessions, addresses and names of hosts, and what each of them tells.
///
/// - What presence tells: [PresenceFeed]; who is here becomes events by [PeopleEvents], at the [PeoplePace].
/// - What sessions tell: [SessionFeed], and what happens before one opens [ConnectionEvents]; both become events by
///   [ConnectionNews], at the [ConnectionPace]. Warnings of both: [NetworkWarnings].
/// - What this node says: [OwnAnnouncement]; where it says nothing: [ListenOnlyGuard].
/// - Addresses: [MemberAddresses] where members were met, [TypedPeers] those that were typed, [NodeLookAround] those
///   near ours.
/// - Ports: [NodeContacts] with [ContactList] and [BlockDecisions], [NodeActivity] with [LastSeen], [NodeNetwork],
///   [NodePacketTap].
@NullMarked
package io.landline.node.network;

import org.jspecify.annotations.NullMarked;
