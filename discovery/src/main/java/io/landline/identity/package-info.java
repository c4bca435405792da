/// The long-lived key pair of a profile: certificate, signatures under labels, safety number, and the files that keep
/// it.
@NullMarked
package io.landline.identity;

import org.jspecify.annotations.NullMarked;
