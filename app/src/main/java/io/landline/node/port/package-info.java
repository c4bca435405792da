/// What windows and the command line use of a running node: its ports, the events that it tells, and how a command
/// fails.
@NullMarked
package io.landline.node.port;

import org.jspecify.annotations.NullMarked;
