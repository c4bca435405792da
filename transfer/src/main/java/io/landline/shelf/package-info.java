/// Shelves: folders that their owners open to a room, and from which members take (docs/protocol/shelf.md).
@NullMarked
package io.landline.shelf;

import org.jspecify.annotations.NullMarked;
