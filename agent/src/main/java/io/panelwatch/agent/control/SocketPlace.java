package io.panelwatch.agent.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The socket's file, held by one daemon at a time. A lock file beside it says who holds it, because
 * the kernel drops a lock with its process: whoever gets the lock may remove a socket that an
 * earlier daemon left behind.
 */
final class SocketPlace implements AutoCloseable {

  /** {@code sun_path} of unix(7) has 108 bytes with the zero at its end. */
  private static final int MAX_PATH_BYTES = 107;

  private final Path socket;
  private final FileChannel lock;

  private SocketPlace(Path socket, FileChannel lock) {
    this.socket = socket;
    this.lock = lock;
  }

  /**
   * Takes the place in a run folder, which is made for its owner alone when it is missing.
   *
   * @throws FileSystemException when another daemon has it, or the path is too long
   */
  static SocketPlace take(Path folder) throws IOException {
    Path socket = folder.resolve(ControlProtocol.SOCKET);
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
      throw new FileSystemException(
          socket.toString(),
          null,
          "is too long for a socket: use a run folder with a shorter path");
    }
    Files.createDirectories(folder, permissions("rwx------"));
    var lock =
        FileChannel.open(
            folder.resolve("control.lock"),
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            permissions("rw-------"));
    if (!locked(lock)) {
      lock.close();
      throw new FileSystemException(
          socket.toString(), null, "another panelwatch is running here: stop that one first");
    }
    Files.deleteIfExists(socket);
    return new SocketPlace(socket, lock);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /**
   * Binds the socket: for the owner alone, and for the folder's group too where that may enter the
   * folder, as it may enter the service's own.
   */
  ServerSocketChannel bind(int backlog) throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(socket), backlog);
      Path folder = socket.toAbsolutePath().getParent();
      boolean shared =
          folder != null
              && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.GROUP_EXECUTE);
      Files.setPosixFilePermissions(
          socket, PosixFilePermissions.fromString(shared ? "rw-rw----" : "rw-------"));
      return server;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  Path socket() {
    return socket;
  }

  /** Removes the socket and lets the next daemon in. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(socket);
    lock.close();
  }

  private static FileAttribute<Set<PosixFilePermission>> permissions(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }
}
