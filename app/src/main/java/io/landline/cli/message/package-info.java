/// The commands on messages: say, edit, search, export and the like.
@NullMarked
package io.landline.cli.message;

import org.jspecify.annotations.NullMarked;
