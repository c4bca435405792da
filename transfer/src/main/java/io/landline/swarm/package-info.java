/// How the receivers of one offer help each other: who tells whom what it has, who asks whom for which chunk, and what
/// the origin still sends (docs/protocol/swarm.md). Rules only: told the time, without threads, sockets or files. Each
/// object is confined to the caller's thread.
@NullMarked
package io.landline.swarm;

import org.jspecify.annotations.NullMarked;
