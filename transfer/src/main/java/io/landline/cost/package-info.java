/// What one person may cost this node, by how well this user knows them: memory, connections, and room on the disk.
@NullMarked
package io.landline.cost;

import org.jspecify.annotations.NullMarked;
