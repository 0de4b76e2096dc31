/** The ports bound to Pi4J's linuxfs provider. */
@NullMarked
package io.panelwatch.hal.pi4j;

import org.jspecify.annotations.NullMarked;
