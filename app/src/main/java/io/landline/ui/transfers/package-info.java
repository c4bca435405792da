/// Files on their way, and those that arrived: the page, the cards, a part of an offer to choose, pictures in large. A
/// card knows no conversation around it.
@NullMarked
package io.landline.ui.transfers;

import org.jspecify.annotations.NullMarked;
