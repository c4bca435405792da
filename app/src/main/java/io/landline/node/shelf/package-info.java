/// The rules of shelves in a node: which folders may be opened, and which offers answer a take.
@NullMarked
package io.landline.node.shelf;

import org.jspecify.annotations.NullMarked;
