/// The programs of one system side by side, a card each: what is set, how each stands, and its words. Knows no diagram
/// of what passes between them.
@NullMarked
package io.landline.ui.lab.card;

import org.jspecify.annotations.NullMarked;
