/// The rooms that this node is in: their names and labels, who is in them, trials of words, and new words.
@NullMarked
package io.landline.node.room;

import org.jspecify.annotations.NullMarked;
