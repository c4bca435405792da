/// A program in which people talk and send files while their computers are killed, frozen, unplugged and renumbered. It
/// looks afterwards whether all have the same. Real nodes in processes and network namespaces of their own.
///
/// [io.landline.chaos.Chaos] is where to begin: it plays rounds. A [io.landline.chaos.Round] lets
/// [io.landline.chaos.People] act on [io.landline.chaos.Computer]s, and [io.landline.chaos.Comparison] judges. A
/// [io.landline.chaos.Soak] lasts for long instead, and measures what the nodes hold.
@NullMarked
package io.landline.chaos;

import org.jspecify.annotations.NullMarked;
