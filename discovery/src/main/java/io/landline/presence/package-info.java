/// What a node says about itself by UDP, and what it concludes from what others say: packets, peer table, pace, limits,
/// peer events. Door: [Presence]. Its thread runs [PresenceCore], which brings all parts together without clock and
/// socket.
///
/// - What comes: [SourceGate] lets it in, [PeerListing] decides what it changes in the [PeerTable], after
///   [SignatureChecks] where a listed peer is concerned. [PresenceEvents] tells the listener.
/// - Who goes: [SilenceWatch] by time, [IdleChecks] by a wrong signature.
/// - What goes out: [AnnouncePace] says when, [UnicastSender] to which single addresses; answers wait in [ReplyQueue],
///   and a crowd gets one [BroadcastReply].
/// - Peers that a node looks for by itself: [PeerSearch], at [TypedAddresses], of [RememberedPeers], by a
///   [SubnetSweep].
/// - What is noticed besides: [DuplicateIdentityWatch], [ForeignVersions]; people watch the wire by [WireTap].
@NullMarked
package io.landline.presence;

import org.jspecify.annotations.NullMarked;
