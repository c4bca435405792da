package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

/// What a signature is for. The label and a NUL stand before the message in what is signed, so that a signature made
/// for one purpose never passes for another (docs/threat-model.md, "How each is met").
public enum SignatureLabel {
    PRESENCE("landline/1 presence"),
    ENTRY("landline/1 entry"),
    ADMISSION("landline/1 admission"),
    HASHES("landline/1 hashes"),
    NAME("landline/1 name");

    private final byte[] prefix;

    SignatureLabel(String label) { prefix = (label + "\0").getBytes(US_ASCII); }

    byte[] prefix() {
        return prefix.clone();
    }
}
