/// The command line (docs/command-line.md, "Commands"): parses, asks a node, prints. Thin over [io.landline.node] and
/// [io.landline.control].
@NullMarked
package io.landline.cli;

import org.jspecify.annotations.NullMarked;
