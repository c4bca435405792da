/// Keeps one proven session with each peer: dials, accepts, chooses between two connections, pings, and closes. Door:
/// [Sessions].
///
/// - Connections that come in: [ListeningSockets], [Acceptor]. Those that go out: [Dialler] makes [DialAttempts], each
///   a [Race] of endpoints, each of these by a [Connector]. A look around is done by [LookAroundDialler].
/// - One connection: [ControlConnection], with [ControlReader], [ControlWriter], [Liveness] and [NegotiationOutcome];
///   how it ended is a [ConnectionEnd]. [FrameRouting] says to which part a frame goes.
/// - Which connection carries which session: [SessionTable], by [ConnectionPriority]; what there is of one peer:
///   [PeerConnections]; which peers have a place: [PlaceClaims].
/// - One session: [PeerSession]. What its listeners hear goes by [ListenerCalls], which connection is read by
///   [ReadTurns].
/// - Its bulk connections: [SessionBulk], with [BulkLink], [BulkTokens] and, for the memory of all, [BulkBuffers].
/// - Addresses that change: [LocalAddresses], [AddressChanges]. What all of these share: [NodeContext], [Timing].
@NullMarked
package io.landline.session.core;

import org.jspecify.annotations.NullMarked;
