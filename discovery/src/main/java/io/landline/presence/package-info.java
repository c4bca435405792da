/// What a node says about itself by UDP, and what it concludes from what others say: packets, peer table, pace, limits,
/// peer events.
@NullMarked
package io.landline.presence;

import org.jspecify.annotations.NullMarked;
