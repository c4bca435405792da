/// The list of an offer's files, and how a peer's names become safe ones. No disk.
@NullMarked
package io.landline.filetransfer.manifest;

import org.jspecify.annotations.NullMarked;
