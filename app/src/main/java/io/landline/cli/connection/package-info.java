/// A command's way to a node: one that runs on the profile, or one of its own for as long as the command lasts.
@NullMarked
package io.landline.cli.connection;

import org.jspecify.annotations.NullMarked;
