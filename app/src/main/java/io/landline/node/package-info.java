/// The running node, and what a profile remembers.
///
/// - The node: [Node] is its door. [NodeParts] opens profile, sockets and services in order, wires them, and closes
///   them by [OpenedParts]. Its groups: [TrustParts], [PresenceParts], [ConversationParts], [FileParts]. Outside this
///   package wire only [io.landline.node.room.WordsParts] and [io.landline.node.shelf.ShelfParts]. What services are
///   opened with: [ServiceSettings]; what a start makes good: [CatchUp].
/// - What a profile remembers: [ProfileReader], with [ProfileMessages], [MemberRecords], [ConversationPeople],
///   [BlockList] and [UnreachedOffers]. Where no node runs a command has [ProfileWithoutNode], with [ProfileBoxes].
/// - Ports that concern several parts, done here: [NodeRooms], [NodePreferences], [NodeChatHistory]. The others are
///   done in the packages below.
@NullMarked
package io.landline.node;

import org.jspecify.annotations.NullMarked;
