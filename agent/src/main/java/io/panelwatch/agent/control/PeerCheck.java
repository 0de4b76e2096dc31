package io.panelwatch.agent.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.net.ExtendedSocketOptions;
import jdk.net.UnixDomainPrincipal;
import org.tinylog.Logger;

/**
 * Who may ask: the socket's owner, root, and the members of the socket's group where the group may
 * use the socket at all.
 *
 * <p>The kernel has looked first: who connects must be able to write to the socket, by any of the
 * groups of its process. What it then says of the peer (SO_PEERCRED) has the primary group only;
 * SO_PEERGROUPS has all, but takes the socket's descriptor, which the JDK gives nobody. So who was
 * added to the group is looked up in the file of groups, each time anew.
 *
 * @param owner of the socket, thus of the daemon
 * @param group of the socket
 * @param groups the file of groups, group(5)
 */
record PeerCheck(UserPrincipal owner, UserPrincipal group, Path groups) {

  private static final Path GROUPS = Path.of("/etc/group");

  /** Of a line of group(5). */
  private static final int FIELDS = 4;

  static PeerCheck of(Path socket) throws IOException {
    var attributes = Files.readAttributes(socket, PosixFileAttributes.class);
    return new PeerCheck(attributes.owner(), attributes.group(), GROUPS);
  }

  /** Whose the process at the other end is, as the kernel knows it; empty where it may not ask. */
  Optional<Peer> peer(SocketChannel other) throws IOException {
    UnixDomainPrincipal known = other.getOption(ExtendedSocketOptions.SO_PEERCRED);
    return allows(known)
        ? Optional.of(new Peer(known.user().getName(), administers(known)))
        : Optional.empty();
  }

  boolean allows(UnixDomainPrincipal peer) {
    return administers(peer) || peer.group().equals(group) || isMember(peer.user().getName());
  }

  /** Whether its line, {@code NAME:PASSWORD:GID:USER,USER}, names the user. */
  private boolean isMember(String user) {
    try (Stream<String> lines = Files.lines(groups, StandardCharsets.ISO_8859_1)) {
      return lines
          .map(line -> line.split(":", -1))
          .filter(fields -> fields.length == FIELDS && fields[0].equals(group.getName()))
          .anyMatch(fields -> List.of(fields[FIELDS - 1].split(",")).contains(user));
    } catch (IOException | UncheckedIOException e) {
      Logger.warn("{} cannot be read, so that nobody is known to be added: {}", groups, e);
      return false;
    }
  }

  /** Whether it may do what the daemon's folders may be changed for: it could do so by itself. */
  boolean administers(UnixDomainPrincipal peer) {
    return peer.user().equals(owner) || peer.user().getName().equals("root");
  }
}
