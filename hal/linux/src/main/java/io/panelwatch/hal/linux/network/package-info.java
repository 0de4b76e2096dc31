/**
 * Network links, the routes over them, and the certificates that a link to a broker needs.
 *
 * <p>Start at {@link io.panelwatch.hal.linux.network.NetLinkSource}.
 *
 * <p>The rule: every link with hardware behind it is told of; of what the kernel stacks upon links,
 * only that which a default route needs.
 */
@NullMarked
package io.panelwatch.hal.linux.network;

import org.jspecify.annotations.NullMarked;
