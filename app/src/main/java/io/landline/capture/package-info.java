/// What `watch` saw, in files: pcap, which Wireshark opens, and text. Knows bytes, addresses and files, nothing of
/// their meaning.
@NullMarked
package io.landline.capture;

import org.jspecify.annotations.NullMarked;
