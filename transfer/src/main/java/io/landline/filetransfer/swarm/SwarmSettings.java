package io.landline.filetransfer.swarm;

import io.landline.cost.Standings;
import io.landline.filetransfer.SpeedLimits;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.function.Predicate;

/// What swarms need to know from outside.
///
/// @param blocked the blocked people; their offers are not passed on
/// @param isOver whether an offer that was written then does not stand any more
/// @param limits how fast bytes may go
/// @param standings of those who get something
public record SwarmSettings(Fingerprint self, Predicate<Fingerprint> blocked, Predicate<Instant> isOver,
        SpeedLimits limits, Standings standings) {}
