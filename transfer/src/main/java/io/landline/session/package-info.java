/// The proven connection to one peer: control and bulk connections, dialling, tie-break, ping, back-off.
@NullMarked
package io.landline.session;

import org.jspecify.annotations.NullMarked;
