/// Decides which address to dial, and when. No socket, no thread. Done by `session.core`.
///
/// - Peers: [DialPlan], which knows each as a [PlannedPeer] with its [Backoff]. It wants sessions with [RoomPeers].
/// - Where a peer may be: from presence, from [MemberHints], and at the [DialledAddresses] that a user typed. Our own
///   addresses are left out by [OwnEndpoints].
/// - What an address may cost: [DialRateLimit], less strict at [KnownAddresses]; [AddressRateLimit] is the counter.
/// - Through firewalls on both sides: [SimultaneousOpen]. Where no UDP gets through: [LookAroundPlan].
@NullMarked
package io.landline.session.dial;

import org.jspecify.annotations.NullMarked;
