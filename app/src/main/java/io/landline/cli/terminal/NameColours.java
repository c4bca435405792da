package io.landline.cli.terminal;

/// The colour of a person's name, chosen by the fingerprint: one person has one colour on every computer, whatever the
/// name. All can be read on a dark ground and on a light one. Stateless; any thread.
public final class NameColours {
    /// Of the 256 colours of xterm (its cube of 6 × 6 × 6): each has a contrast of 3.5 and more on black and on white.
    private static final int[] OF_256 = {167, 166, 100, 64, 28, 30, 32, 27, 98, 134, 164, 162};
    /// Red, green, magenta and cyan, which every terminal's owner has chosen to be readable. Not yellow, which is pale
    /// on white, and not blue, which is dark on black.
    private static final int[] OF_8 = {1, 2, 5, 6};
    /// The first digits that are taken of a fingerprint.
    private static final int DIGITS = 8;
    private static final int RICH = 256;

    private NameColours() {}

    /// The index of a colour.
    ///
    /// @param fingerprint in hex
    /// @param colours how many the terminal has
    public static int of(String fingerprint, int colours) {
        int[] palette = colours >= RICH ? OF_256 : OF_8;
        long number = Long.parseUnsignedLong(fingerprint.substring(0, DIGITS), 16);
        return palette[(int) (number % palette.length)];
    }
}
