/// How the receivers of one offer help each other: who tells which peers what it has, who asks which peer for which
/// chunk, and what the origin still sends (docs/protocol/swarm.md). Rules only: told the time, without threads, sockets
/// or files. Each object is confined to the caller's thread.
@NullMarked
package io.landline.swarm;

import org.jspecify.annotations.NullMarked;
