package io.landline.testing;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/// A program that holds a tunnel open, as a VPN's does, and lets all that is sent into it get lost; until the end of
/// standard input. A tunnel that no program holds counts as unplugged, and Java has no door to `/dev/net/tun`: hence
/// the three calls of the C library. Linux only. Argument: the tunnel's name.
final class Tunnel {
    private static final int OPEN_READ_WRITE = 2;
    /// `TUNSETIFF` of `linux/if_tun.h`.
    private static final long SET_INTERFACE = 0x4004_54CAL;
    /// `IFF_TUN | IFF_NO_PI`.
    private static final short TUN_WITHOUT_HEADER = 0x1001;
    /// `struct ifreq`: the name, then the flags.
    private static final int REQUEST_BYTES = 40;
    private static final int NAME_BYTES = 16;

    private Tunnel() {}

    public static void main(String[] arguments) throws Throwable {
        Linker linker = Linker.nativeLinker();
        var open = linker.downcallHandle(linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), Linker.Option.firstVariadicArg(2));
        var ioctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
        try (Arena arena = Arena.ofConfined()) {
            int device = (int) open.invokeExact(arena.allocateFrom("/dev/net/tun"), OPEN_READ_WRITE);
            MemorySegment request = arena.allocate(REQUEST_BYTES);
            request.setString(0, arguments[0]);
            request.set(JAVA_SHORT, NAME_BYTES, TUN_WITHOUT_HEADER);
            int result = (int) ioctl.invokeExact(device, SET_INTERFACE, request);
            System.out.println(device >= 0 && result == 0 ? "held" : "refused");
        }
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
