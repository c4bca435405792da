package io.landline.filetransfer.swarm;

import io.landline.cost.Standings;
import io.landline.filetransfer.SpeedLimits;
import io.landline.peer.Fingerprint;
import io.landline.swarm.LinkKind;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What swarms need to know from outside.
///
/// @param blocked the blocked people; their offers are not passed on
/// @param isOver whether an offer that was written then does not stand any more
/// @param limits how fast bytes may go
/// @param standings of those who get something
/// @param link by what this node is in the network now
public record SwarmSettings(Fingerprint self, Predicate<Fingerprint> blocked, Predicate<Instant> isOver,
        SpeedLimits limits, Standings standings, Supplier<LinkKind> link) {}
