/// What commands read and print: the terminal, their sentences in the user's language, events as a person reads them,
/// and the exit codes. It asks no node.
@NullMarked
package io.landline.cli.terminal;

import org.jspecify.annotations.NullMarked;
