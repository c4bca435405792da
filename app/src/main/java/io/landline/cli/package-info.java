/// The command line (design.md §8): parses, asks a node, prints. Thin over [io.landline.node] and
/// [io.landline.control].
@NullMarked
package io.landline.cli;

import org.jspecify.annotations.NullMarked;
