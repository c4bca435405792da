/// This node's role in swarms: brings the rules of [io.landline.swarm] together with sessions, files and the clock. The
/// door is [io.landline.filetransfer.swarm.Swarms]. Knows no transfer's state and no command of a person.
@NullMarked
package io.landline.filetransfer.swarm;

import org.jspecify.annotations.NullMarked;
