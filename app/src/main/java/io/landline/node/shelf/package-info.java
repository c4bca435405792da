/// Shelves in a node: those of this user and of others, which folders may be opened, and which offers answer a take.
@NullMarked
package io.landline.node.shelf;

import org.jspecify.annotations.NullMarked;
