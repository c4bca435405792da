/// What the operating system tells: cards, routes, neighbours on the link, firewalls. It judges nothing.
@NullMarked
package io.landline.doctor.system;

import org.jspecify.annotations.NullMarked;
