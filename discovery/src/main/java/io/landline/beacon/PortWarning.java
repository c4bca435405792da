package io.landline.beacon;

/// A UDP port that another program holds. Each is told once; the app says it as a sentence.
public sealed interface PortWarning {
    /// Only datagrams that are sent to this computer directly are heard.
    ///
    /// @param port that all nodes share
    record SharedPortTaken(int port) implements PortWarning {}

    /// All ports of the range are taken, so that a firewall's rule for Landline does not cover the one in use.
    ///
    /// @param first of the range
    /// @param last of the range
    /// @param used instead, on that interface
    record OwnPortsTaken(int first, int last, int used, String interfaceName) implements PortWarning {}
}
