/** Pictures as PNG files, without AWT, which would pull a desktop into the board's runtime. */
@NullMarked
package io.panelwatch.agent.png;

import org.jspecify.annotations.NullMarked;
