/// The JSON contract (docs/command-line.md, "JSON lines"): a program's commands in, a node's events out, the same on
/// standard input and on the local socket.
@NullMarked
package io.landline.console;

import org.jspecify.annotations.NullMarked;
