package io.landline.lab;

/// Which version of IP may be used. `ANY` at a server without a host is one IPv6 socket that hears IPv4 as well (dual
/// stack).
public enum Family {
    ANY, IPV4, IPV6
}
