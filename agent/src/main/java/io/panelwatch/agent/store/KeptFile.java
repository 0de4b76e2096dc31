package io.panelwatch.agent.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A small text that outlives the program and a power cut: after {@link #write} the file holds the
 * whole old text or the whole new one, whatever happens.
 *
 * <p>For its owner alone (0600). Not thread-safe.
 */
public final class KeptFile {

  /** What is read at most: more is no file of ours. */
  private static final int MAX_BYTES = 256 * 1024;

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path file;

  /** A file that may be missing; so may its folder. */
  public KeptFile(Path file) {
    this.file = file;
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * Its text; empty where there is no such file.
   *
   * @throws IOException when it is there and cannot be read, or is too large to be one of ours
   */
  public Optional<String> read() throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = new ByteArrayOutputStream();
      bytes.writeBytes(in.readNBytes(MAX_BYTES));
      if (in.read() >= 0) {
        throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  /**
   * Moves it out of the way, over what was set aside before.
   *
   * @return where it is now
   * @throws IOException when it is not there or the storage refuses
   */
  public Path setAside() throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Moves it away for good, over what was put away before: nobody reads it any more.
   *
   * @throws IOException when it is not there or the storage refuses
   */
  public void putAway() throws IOException {
    Path old = file.resolveSibling(file.getFileName() + ".old");
    Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Replaces its text.
   *
   * @throws IOException when the storage refuses; the old text is still there
   */
  public void write(String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent(), OWNER_FOLDER);
    Replacement.of(file, OWNER_FILE, out -> writeAll(StandardCharsets.UTF_8.encode(text), out));
  }

  private static void writeAll(ByteBuffer bytes, FileChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
