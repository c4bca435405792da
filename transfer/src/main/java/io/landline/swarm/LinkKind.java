package io.landline.swarm;

/// By what a node is on the network. Between two that are wireless a chunk takes the shared air twice.
public enum LinkKind {
    UNKNOWN,
    WIRED,
    WIRELESS
}
