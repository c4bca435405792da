/// Turns a TCP connection into a proven peer: TLS settings, hello, the exchange per room (CPace), and what is
/// remembered of proofs.
///
/// - The connection: [TlsContexts] makes it, [AuthenticatedChannel] is what a negotiation sees of it. The first frame
///   is a [Hello].
/// - The rooms on it: [RoomNegotiation] has the thread and the clock, [Negotiator] the rules. Both sides' lists are
///   [ListedRooms], what follows from them is in the [RoomTable], what has happened to each name in [RoomNameAttempts].
/// - Exchanges: [ExchangeTurns] has one at a time, an [ExchangeRun] brings it from its number to its end, an [Exchange]
///   computes by [CPace] and [Elligator2].
/// - Guesses at a key: [GuessQueue] lets them wait, a [GuessLedger] counts them.
/// - What is remembered: [TrustStore] of people who were met ([PinnedPeer]), [BlockedPeers], [RefusedPeers].
@NullMarked
package io.landline.handshake;

import org.jspecify.annotations.NullMarked;
