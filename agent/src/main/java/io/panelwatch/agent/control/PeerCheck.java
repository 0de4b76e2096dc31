package io.panelwatch.agent.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;

/**
 * Who may ask: the socket's owner, root, and processes of the socket's group where the group may
 * use the socket at all.
 *
 * @param owner of the socket, thus of the daemon
 * @param group of the socket
 */
record PeerCheck(UserPrincipal owner, UserPrincipal group) {

  static PeerCheck of(Path socket) throws IOException {
    var attributes = Files.readAttributes(socket, PosixFileAttributes.class);
    return new PeerCheck(attributes.owner(), attributes.group());
  }

  /** Whether the process at the other end may ask, as the kernel knows it. */
  boolean allows(SocketChannel peer) throws IOException {
    return allows(peer.getOption(ExtendedSocketOptions.SO_PEERCRED));
  }

  boolean allows(UnixDomainPrincipal peer) {
    return peer.user().equals(owner)
        || peer.user().getName().equals("root")
        || peer.group().equals(group);
  }
}
