/// Why somebody is not seen: looks at this computer and its network, and names causes with their evidence and remedy.
@NullMarked
package io.landline.doctor;

import org.jspecify.annotations.NullMarked;
