/// The command line (docs/command-line.md, "Commands"): parses, asks a node, prints. Thin over [io.landline.node] and
/// [io.landline.control]. A command, also of the packages below, is made for one run and confined to the main thread,
/// but for what an interruption reads.
@NullMarked
package io.landline.cli;

import org.jspecify.annotations.NullMarked;
