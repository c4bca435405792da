/// The words that all others use: fingerprint, name, endpoint, room name. Knows nobody.
///
/// - Who and where: [Fingerprint], [PeerName], [RoomName], [RoomListing], [ProgramVersion], [Direction], [LeaveReason].
///   Addresses: [Endpoint], [ScopedAddress], as people write them [WrittenAddress], those of no internet
///   [PrivateAddresses].
/// - Names beside each other: alike to the eye [NameSkeleton], in order [NameOrder] and [NaturalOrder], as they are
///   typed [TypedNames].
/// - Letters of strangers: [InvisibleCharacters], [BlankText], [CodePoints], [Utf8Length]. Words of an enum:
///   [WireWord].
/// - Tools: [Sha256], a map with a bound [BoundedMap], a number a second [RateWindow].
@NullMarked
package io.landline.peer;

import org.jspecify.annotations.NullMarked;
