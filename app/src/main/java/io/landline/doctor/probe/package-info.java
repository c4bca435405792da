/// Asks the node, the system and the network for what the checks judge. Door: [NodeDoctor].
@NullMarked
package io.landline.doctor.probe;

import org.jspecify.annotations.NullMarked;
