/** The real board: sysfs, procfs and device files below a root that is a parameter. */
@NullMarked
package io.panelwatch.hal.linux;

import org.jspecify.annotations.NullMarked;
