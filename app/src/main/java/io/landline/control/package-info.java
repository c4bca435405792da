/// The running node's local socket, for the other subcommands of the same user: carries lines, knows no meaning.
@NullMarked
package io.landline.control;

import org.jspecify.annotations.NullMarked;
