/// The commands on files: send, receive, collect, the shelf, and what they check on the disk.
@NullMarked
package io.landline.cli.file;

import org.jspecify.annotations.NullMarked;
