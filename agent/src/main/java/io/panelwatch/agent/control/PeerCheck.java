package io.panelwatch.agent.control;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
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

  /** Whose the process at the other end is, as the kernel knows it; empty where it may not ask. */
  Optional<String> user(SocketChannel peer) throws IOException {
    UnixDomainPrincipal known = peer.getOption(ExtendedSocketOptions.SO_PEERCRED);
    return allows(known) ? Optional.of(known.user().getName()) : Optional.empty();
  }

  boolean allows(UnixDomainPrincipal peer) {
    return peer.user().equals(owner)
        || peer.user().getName().equals("root")
        || peer.group().equals(group);
  }
}
