/// The sockets that the experiments stand on: opening, limits, names with several addresses, and what went wrong in
/// words.
///
/// - TCP: [TcpServer] gives each [Connection] to a [TcpService]; [TcpClient] opens one. Over Unix sockets:
///   [UnixSockets], [UnixByteStream]. Text of a stream: [Lines], [CutText].
/// - UDP: [UdpServer] gives its [UdpPort] to a [UdpService]; [UdpClient] speaks to one server. What a small buffer
///   takes of a datagram: [ReadDatagram].
/// - Opening: [Sockets], by [ServerOptions] and [ServerMode], to a [Target] that [Names] looks up, by
///   [NetworkInterfaces].
/// - Bounds: [Limits], [TrafficBudget]. What went wrong: [Failures]. A socket's card: [SocketCards].
@NullMarked
package io.landline.lab.net;

import org.jspecify.annotations.NullMarked;
