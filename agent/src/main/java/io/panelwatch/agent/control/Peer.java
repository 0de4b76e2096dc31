package io.panelwatch.agent.control;

/**
 * Who asks, as the kernel knows it.
 *
 * @param user the name of the user
 * @param administers whether that is root or the daemon's own user, and not one of its group alone
 */
record Peer(String user, boolean administers) {}
