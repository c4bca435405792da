/// Shelves: folders that their owners open to a room, and from which members take (docs/protocol/shelf.md).
///
/// - The door is [Shelves], with [ShelfSettings]. What is ours [ShelfOwner] tells and gives to members, in turns kept
///   by [PersonQueue]. For what is theirs [ShelfVisitor] asks; a [ShelfListener] hears of it.
/// - What there is: ours a [Shelf], theirs a [SeenShelf], each named by a [ShelfId]. A folder in it is told in parts,
///   each a [ShelfPage] of [ShelfItem]s.
/// - On the disk: [ShelfFolder] opens what members may see and nothing else, [ShelfNames] spells its names. A
///   [ShelfPath] leads to a place in a shelf.
/// - What is taken: a [WantedItem], under a [TakeId]. The offer that answers it says so in its [TakeField].
/// - Who may see and take how much: [ShelfRules]; why not: [ShelfRefusal]. What travels: [ShelfFrames].
@NullMarked
package io.landline.shelf;

import org.jspecify.annotations.NullMarked;
